namespace LoadTest.Operations;

/// <summary>
/// Which writes go to a key that was written before: exactly the asked-for share, spread evenly. The first write is never one, as there
/// is nothing yet that it could repeat.
/// </summary>
public sealed class DuplicateShare
{
    // Percentages are exact to a billionth of a percent.
    private const long Scale = 1_000_000_000;
    private readonly long _scaledPercentage;

    /// <summary>Takes the share in percent, from 0 to 100.</summary>
    public DuplicateShare(double percentage) => _scaledPercentage = (long)Math.Round(percentage * Scale);

    /// <summary>How many of the first writes are duplicates.</summary>
    public long CountBefore(long write) =>
        write == 0 ? 0 : Math.Min(write - 1, (long)((Int128)write * _scaledPercentage / (100 * Scale)));

    /// <summary>Whether a write, counted from zero, is a duplicate.</summary>
    public bool Contains(long write) => CountBefore(write + 1) > CountBefore(write);
}
