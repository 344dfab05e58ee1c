namespace LoadTest.Operations;

/// <summary>
/// Which writes go to a key that was written before: exactly the asked-for share, spread evenly. The first write is never one, as there
/// is nothing yet that it could repeat.
/// </summary>
/// <param name="percentage">The share in percent, from 0 to 100.</param>
public sealed class DuplicateShare(double percentage)
{
    private readonly EvenShare _share = new(percentage);

    /// <summary>How many of the first writes are duplicates.</summary>
    public long CountBefore(long write) => write == 0 ? 0 : Math.Min(write - 1, _share.CountBefore(write));

    /// <summary>Whether a write, counted from zero, is a duplicate.</summary>
    public bool Contains(long write) => CountBefore(write + 1) > CountBefore(write);
}
