namespace LoadTest.Items;

/// <summary>How large items are, whole, as DynamoDB counts them, in bytes. Pure functions: safe for all threads.</summary>
public abstract class ItemSizes
{
    /// <summary>The smallest size that is ever asked for.</summary>
    public const int Smallest = 64;

    /// <summary>The largest item that DynamoDB takes.</summary>
    public const int Largest = 400 * 1024;

    /// <summary>The smallest size that is meant: items must have room for what they hold. The median where there is no smallest.</summary>
    public abstract int Least { get; }

    /// <summary>The largest size; null where there is none but DynamoDB's own.</summary>
    public abstract int? Most { get; }

    /// <summary>The size that 64 evenly distributed bits stand for.</summary>
    public abstract int Of(ulong bits);
}

/// <summary>All items are of one size.</summary>
public sealed class FixedSizes(int bytes) : ItemSizes
{
    /// <inheritdoc/>
    public override int Least => bytes;

    /// <inheritdoc/>
    public override int? Most => bytes;

    /// <inheritdoc/>
    public override int Of(ulong bits) => bytes;
}

/// <summary>Every size from the smallest to the largest is as likely as any other.</summary>
public sealed class UniformSizes(int smallest, int largest) : ItemSizes
{
    /// <inheritdoc/>
    public override int Least => smallest;

    /// <inheritdoc/>
    public override int? Most => largest;

    /// <inheritdoc/>
    public override int Of(ulong bits) => smallest + (int)SplitMix.Below(largest - smallest + 1, bits);
}

/// <summary>The logarithm of the size is normally distributed; sizes that no item may have become the nearest that it may.</summary>
/// <param name="median">Half of the items are smaller, in bytes.</param>
/// <param name="sigma">The standard deviation of the size's natural logarithm.</param>
public sealed class LogNormalSizes(int median, double sigma) : ItemSizes
{
    /// <inheritdoc/>
    public override int Least => median;

    /// <inheritdoc/>
    public override int? Most => null;

    /// <inheritdoc/>
    public override int Of(ulong bits)
    {
        // The transform of Box and Muller.
        var radius = Math.Sqrt(-2 * Math.Log(1 - SplitMix.Share(bits)));
        var normal = radius * Math.Cos(2 * Math.PI * SplitMix.Share(SplitMix.Mix(bits + SplitMix.Step)));
        return (int)Math.Clamp(Math.Round(median * Math.Exp(sigma * normal)), Smallest, Largest);
    }
}

/// <summary>Sizes with weights, as they were counted somewhere.</summary>
public sealed class HistogramSizes : ItemSizes
{
    private readonly int[] _sizes;
    private readonly long[] _upTo;

    /// <summary>Takes sizes and their weights; at least one weight is above zero.</summary>
    public HistogramSizes(IReadOnlyList<(int Bytes, long Weight)> counts)
    {
        _sizes = [.. counts.Select(count => count.Bytes)];
        _upTo = new long[counts.Count];
        long sum = 0;
        for (var i = 0; i < counts.Count; i++) _upTo[i] = sum += counts[i].Weight;
        int[] occurring = [.. counts.Where(count => count.Weight > 0).Select(count => count.Bytes)];
        (Least, Most) = (occurring.Min(), occurring.Max());
    }

    /// <inheritdoc/>
    public override int Least { get; }

    /// <inheritdoc/>
    public override int? Most { get; }

    /// <inheritdoc/>
    public override int Of(ulong bits)
    {
        var place = Array.BinarySearch(_upTo, SplitMix.Below(_upTo[^1], bits) + 1);
        return _sizes[place >= 0 ? FirstEqual(place) : ~place];
    }

    // A size of weight zero ends where the one before it does.
    private int FirstEqual(int place)
    {
        while (place > 0 && _upTo[place - 1] == _upTo[place]) place--;
        return place;
    }
}
