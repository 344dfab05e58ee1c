namespace StandIns.Logs;

/// <summary>What the log service does wrong, switched by a test at any time. Thread-safe.</summary>
public sealed class LogFaults
{
    private int _calls;

    /// <summary>Of how many calls in a row <see cref="Throttled"/> are refused.</summary>
    public int Cycle { get; set; } = 1;

    /// <summary>How many calls of each cycle are refused with ThrottlingException: the first ones.</summary>
    public int Throttled { get; set; }

    /// <summary>Which streams do not exist, whatever was written to them.</summary>
    public Func<string, bool> IsLost { get; set; } = _ => false;

    /// <summary>The most events of a page; CloudWatch's own limit is 10,000.</summary>
    public int PageLength { get; set; } = 10_000;

    /// <summary>Whether a page without events, with a token of its own, comes before each page that has some.</summary>
    public bool EmptyPages { get; set; }

    /// <summary>How many calls were refused.</summary>
    public int Refused { get; private set; }

    internal bool ThrottlesNow()
    {
        var throttles = (Interlocked.Increment(ref _calls) - 1) % Cycle < Throttled;
        if (throttles) Refused++;
        return throttles;
    }
}
