namespace LoadTest.Engine.Execution;

/// <summary>The one clock of a run: nanoseconds since it was made. Safe for all threads.</summary>
public sealed class RunClock(TimeProvider time)
{
    private const long NanosecondsPerSecond = 1_000_000_000;
    private readonly long _origin = time.GetTimestamp();
    private readonly long _frequency = time.TimestampFrequency;

    /// <summary>Where the time comes from.</summary>
    public TimeProvider Time => time;

    /// <summary>Nanoseconds since this clock was made.</summary>
    public long Now
    {
        get
        {
            var ticks = time.GetTimestamp() - _origin;
            if (_frequency == NanosecondsPerSecond) return ticks;
            var (seconds, rest) = Math.DivRem(ticks, _frequency);
            return seconds * NanosecondsPerSecond + rest * NanosecondsPerSecond / _frequency;
        }
    }

    /// <summary>A duration as this clock counts it.</summary>
    public static long Nanoseconds(TimeSpan duration) => duration.Ticks * 100;

    /// <summary>What this clock counts as a duration.</summary>
    public static TimeSpan Duration(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / 100);
}
