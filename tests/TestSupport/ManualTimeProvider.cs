namespace TestSupport;

/// <summary>
/// A clock that stands still until it is moved. Its timestamps have an odd frequency, so that code which takes ticks for timestamps fails.
/// Timers run on the real clock. Thread-safe.
/// </summary>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _gate = new();
    private TimeSpan _elapsed;

    /// <summary>When this clock started.</summary>
    public static DateTimeOffset Start { get; } = new(2030, 2, 3, 4, 5, 6, 789, TimeSpan.Zero);

    /// <summary>Timestamps a second: no multiple of anything.</summary>
    public override long TimestampFrequency => 3_579_545;

    /// <summary>Moves the clock forward.</summary>
    public void Advance(TimeSpan time)
    {
        lock (_gate) _elapsed += time;
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (_gate) return 1_000_003 + (long)(_elapsed.TotalSeconds * TimestampFrequency);
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return Start + _elapsed;
    }
}
