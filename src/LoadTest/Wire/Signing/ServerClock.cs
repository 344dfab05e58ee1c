namespace LoadTest.Wire.Signing;

/// <summary>
/// The time as the server sees it: this machine's, corrected once, before the load, where the two are too far apart for signatures to hold.
/// Safe for all threads.
/// </summary>
public sealed class ServerClock(TimeProvider time)
{
    /// <summary>From here on the difference is corrected; AWS refuses signatures that are more than five minutes off.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    private long _correctionTicks;

    /// <summary>What is added to this machine's time; zero where it is right.</summary>
    public TimeSpan Correction => TimeSpan.FromTicks(Volatile.Read(ref _correctionTicks));

    /// <summary>The server's time in UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow().AddTicks(Volatile.Read(ref _correctionTicks));

    /// <summary>Takes notice of the date that the server put on an answer just now.</summary>
    /// <returns>Whether this machine's time is corrected from now on.</returns>
    public bool Observe(DateTimeOffset serverDate)
    {
        var difference = serverDate - time.GetUtcNow();
        if (difference.Duration() < Tolerance) return false;
        Volatile.Write(ref _correctionTicks, difference.Ticks);
        return true;
    }
}
