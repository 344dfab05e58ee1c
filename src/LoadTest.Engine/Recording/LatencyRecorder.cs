using HdrHistogram;

namespace LoadTest.Engine.Recording;

/// <summary>
/// Records one kind of latency, in microseconds, without locks on the recording side.
/// Any thread records; one thread, the interval's, calls <see cref="TakeInterval"/>.
/// </summary>
public sealed class LatencyRecorder
{
    /// <summary>Three significant digits: a value is never off by more than 0.1 %.</summary>
    public const int SignificantDigits = 3;

    /// <summary>The longest latency told apart, in microseconds: one hour. Longer ones are counted as it, and counted as clamped.</summary>
    public const long Longest = 3_600_000_000;

    private readonly Recorder _recorder = new(
        1, Longest, SignificantDigits, (instance, lowest, highest, digits) => new ConcurrentHistogram(instance, lowest, highest, digits));

    private HistogramBase? _interval;
    private long _clamped;

    /// <summary>How many values were longer than <see cref="Longest"/>.</summary>
    public long Clamped => Volatile.Read(ref _clamped);

    /// <summary>An empty histogram of the same shape.</summary>
    public static HistogramBase NewHistogram() => new ConcurrentHistogram(0, 1, Longest, SignificantDigits);

    /// <summary>Records a latency given in nanoseconds; a negative one counts as zero.</summary>
    public void Record(long nanoseconds)
    {
        var microseconds = Math.Max(0, (nanoseconds + 500) / 1000);
        if (microseconds > Longest)
        {
            microseconds = Longest;
            Interlocked.Increment(ref _clamped);
        }

        _recorder.RecordValue(microseconds);
    }

    /// <summary>What was recorded since the last call. The histogram is used again at the next call.</summary>
    public HistogramBase TakeInterval() => _interval = _recorder.GetIntervalHistogram(_interval);
}
