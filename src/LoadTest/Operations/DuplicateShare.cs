namespace LoadTest.Operations;

/// <summary>
/// Which writes go to a key that was written before: exactly the asked-for share. The first writes are none, as what they could repeat may not be
/// there yet; what is left out there is made up for at twice the share, and from then on duplicates are spread evenly.
/// </summary>
/// <param name="percentage">The share in percent, from 0 to 100.</param>
/// <param name="begin">How many writes go before the first one that may be a duplicate; one or more.</param>
public sealed class DuplicateShare(double percentage, long begin = 1)
{
    private const int PartWithout = 4;
    private readonly EvenShare _share = new(percentage);
    private readonly EvenShare _makingUp = new(Math.Min(100, 2 * percentage));

    /// <summary>The share of a load: a quarter of its writes go before the first duplicate, and fewer where the share could not be reached then.</summary>
    /// <param name="percentage">The share in percent, from 0 to 100.</param>
    /// <param name="writes">How many writes there are in all; null where nobody knows.</param>
    /// <param name="longestBegin">How many go before the first duplicate at the most.</param>
    public static DuplicateShare Of(double percentage, long? writes, long longestBegin)
    {
        if (writes is not { } all) return new DuplicateShare(percentage, Math.Max(1, longestBegin));
        var unique = all - new EvenShare(percentage).CountBefore(all);
        return new DuplicateShare(percentage, Math.Max(1, Math.Min(longestBegin, Math.Min(unique, all / PartWithout))));
    }

    /// <summary>How many of the first writes are duplicates.</summary>
    public long CountBefore(long write) => write <= begin ? 0 : Math.Min(_share.CountBefore(write), _makingUp.CountBefore(write - begin));

    /// <summary>Whether a write, counted from zero, is a duplicate.</summary>
    public bool Contains(long write) => CountBefore(write + 1) > CountBefore(write);
}
