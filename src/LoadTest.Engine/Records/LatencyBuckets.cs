using System.Numerics;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Records;

/// <summary>
/// The buckets of the latency histograms, numbered as HdrHistogram does for values from 1 and three digits: 2,048 of one microsecond, then
/// 1,024 for each doubling, each as wide as a 1,024th of its octave's beginning.
/// </summary>
internal static class LatencyBuckets
{
    private const int OctaveBits = 10;
    private const int PerOctave = 1 << OctaveBits;
    private const int Single = 2 * PerOctave;

    /// <summary>How many buckets there are.</summary>
    public static int Count { get; } = Of(LatencyRecorder.Longest) + 1;

    /// <summary>The bucket of a number of microseconds.</summary>
    public static int Of(long value)
    {
        var octave = BitOperations.Log2((ulong)value | (Single - 1)) - OctaveBits;
        return octave * PerOctave + (int)(value >> octave);
    }

    /// <summary>The lowest value of a bucket, in microseconds.</summary>
    public static long LowestOf(int bucket)
    {
        if (bucket < Single) return bucket;
        var octave = bucket / PerOctave - 1;
        return (long)(bucket - octave * PerOctave) << octave;
    }
}
