namespace LoadTest.Operations;

/// <summary>Exactly a share of a sequence, spread evenly over it.</summary>
public sealed class EvenShare
{
    // Percentages are exact to a ten-millionth of a percent, so that no product below is too large for a long.
    private const long Scale = 10_000_000;
    private const long Whole = 100 * Scale;
    private readonly long _part;

    /// <summary>Takes the share in percent, from 0 to 100.</summary>
    public EvenShare(double percentage) => _part = (long)Math.Round(percentage * Scale);

    /// <summary>How many of the first ones belong to the share.</summary>
    public long CountBefore(long number)
    {
        var (wholes, rest) = Math.DivRem(number, Whole);
        return wholes * _part + rest * _part / Whole;
    }

    /// <summary>Whether one, counted from zero, belongs to the share.</summary>
    public bool Contains(long number) => CountBefore(number + 1) > CountBefore(number);
}
