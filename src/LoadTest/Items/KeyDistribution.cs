namespace LoadTest.Items;

/// <summary>What a choice among items may depend on; all of it is decided by an operation's number in the plan.</summary>
/// <param name="Ordinal">The operation's number among those of its kind.</param>
/// <param name="Slot">Which of the operation's items is chosen.</param>
/// <param name="Slots">How many items the operation has.</param>
/// <param name="Attempt">How many choices were passed over before, as those items are missing or chosen already.</param>
/// <param name="Bits">64 evenly distributed bits.</param>
public readonly record struct KeyDraw(long Ordinal, int Slot, int Slots, int Attempt, ulong Bits);

/// <summary>Which of the items that are there operations go to. Pure functions: safe for all threads.</summary>
public abstract class KeyDistribution
{
    /// <summary>The place of an item, from zero (the oldest) to below the number of items, which is at least one.</summary>
    public abstract long Choose(long count, in KeyDraw draw);
}

/// <summary>Every item is as likely as any other.</summary>
public sealed class UniformKeys : KeyDistribution
{
    /// <inheritdoc/>
    public override long Choose(long count, in KeyDraw draw) => SplitMix.Below(count, draw.Bits);
}

/// <summary>One item after another, by each kind of operation for itself, and from the first again after the last.</summary>
public sealed class SequentialKeys : KeyDistribution
{
    /// <inheritdoc/>
    public override long Choose(long count, in KeyDraw draw) => (draw.Ordinal * draw.Slots + draw.Slot + draw.Attempt) % count;
}

/// <summary>Always the first item; an operation with several items takes those next to it.</summary>
public sealed class SingleKey : KeyDistribution
{
    /// <inheritdoc/>
    public override long Choose(long count, in KeyDraw draw) => (draw.Slot + draw.Attempt) % count;
}

/// <summary>A few items get most of the traffic: the first ones are the hot ones, each as likely as any other hot one.</summary>
/// <param name="keyPercentage">How many of the items are hot, in percent; one at least.</param>
/// <param name="trafficPercentage">How much of the traffic goes to them, in percent.</param>
public sealed class HotSetKeys(double keyPercentage, double trafficPercentage) : KeyDistribution
{
    private const double Percent = 100;

    /// <inheritdoc/>
    public override long Choose(long count, in KeyDraw draw)
    {
        var hot = Math.Clamp((long)Math.Round(count * keyPercentage / Percent), 1, count);
        var isHot = hot == count || SplitMix.Share(draw.Bits) * Percent < trafficPercentage;
        var place = SplitMix.Mix(draw.Bits + SplitMix.Step);
        return isHot ? SplitMix.Below(hot, place) : hot + SplitMix.Below(count - hot, place);
    }
}

/// <summary>The k-th item is chosen in proportion to 1 / k^exponent.</summary>
/// <param name="exponent">More than zero.</param>
/// <param name="newestFirst">Whether the newest item is the first, and the most likely, one.</param>
public sealed class ZipfianKeys(double exponent, bool newestFirst = false) : KeyDistribution
{
    private readonly Zipf _zipf = new(exponent);

    /// <inheritdoc/>
    public override long Choose(long count, in KeyDraw draw)
    {
        var rank = _zipf.Rank(count, draw.Bits);
        return newestFirst ? count - rank : rank - 1;
    }
}
