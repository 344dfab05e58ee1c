namespace LoadTest.Operations;

/// <summary>Exactly a share of a sequence, spread evenly over it.</summary>
public sealed class EvenShare
{
    // Percentages are exact to a billionth of a percent.
    private const long Scale = 1_000_000_000;
    private readonly long _scaledPercentage;

    /// <summary>Takes the share in percent, from 0 to 100.</summary>
    public EvenShare(double percentage) => _scaledPercentage = (long)Math.Round(percentage * Scale);

    /// <summary>How many of the first ones belong to the share.</summary>
    public long CountBefore(long number) => (long)((Int128)number * _scaledPercentage / (100 * Scale));

    /// <summary>Whether one, counted from zero, belongs to the share.</summary>
    public bool Contains(long number) => CountBefore(number + 1) > CountBefore(number);
}
