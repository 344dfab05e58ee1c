using HdrHistogram;
using LoadTest.Engine.Execution;

namespace LoadTest.Engine.Recording;

/// <summary>What happened in one interval, and where the run stands at its end. Valid during the observer's call only.</summary>
public sealed record IntervalReport
{
    /// <summary>The interval's beginning, from the measured part's start.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>The interval's end, from the measured part's start.</summary>
    public required TimeSpan End { get; init; }

    /// <summary>How long the measured part is planned to last, or null where only the number of operations ends it.</summary>
    public required TimeSpan? PlannedDuration { get; init; }

    /// <summary>How many operations there are in all, or null where only time ends the run.</summary>
    public required long? TotalOperations { get; init; }

    /// <summary>Operations that the plan asked for in the interval.</summary>
    public required long Offered { get; init; }

    /// <summary>Operations that ended in the interval, by kind.</summary>
    public required IReadOnlyDictionary<OutcomeKind, long> Ended { get; init; }

    /// <summary>Operations that ended since the measured part's start, by kind.</summary>
    public required IReadOnlyDictionary<OutcomeKind, long> EndedInAll { get; init; }

    /// <summary>Operations begun and not ended when the interval ended.</summary>
    public required long InFlight { get; init; }

    /// <summary>Operations begun late in the interval.</summary>
    public required long LateStarts { get; init; }

    /// <summary>Read capacity units charged in the interval.</summary>
    public required double ReadUnits { get; init; }

    /// <summary>Write capacity units charged in the interval.</summary>
    public required double WriteUnits { get; init; }

    /// <summary>The latencies of the operations that did what the plan asked for, all operations together, in microseconds.</summary>
    public required LatencyInterval Latencies { get; init; }

    /// <summary>How late the interval's operations were begun after their intended start, in microseconds.</summary>
    public required HistogramBase Lateness { get; init; }

    /// <summary>The interval's figures by operation, in the target's order, also of operations that did not occur.</summary>
    public required IReadOnlyList<OperationInterval> Operations { get; init; }

    /// <summary>The share of the machine's processors that this program used in the interval, from 0 to 1.</summary>
    public required double ProcessorShare { get; init; }

    /// <summary>How long the interval was.</summary>
    public TimeSpan Length => End - Start;

    /// <summary>How many operations ended in the interval.</summary>
    public long EndedCount => Ended.Values.Sum();
}

/// <summary>Follows a run. Called by one thread, an interval after another, the last one shorter.</summary>
public interface IRunObserver
{
    /// <summary>Called before the first interval.</summary>
    void OnStart(RunStart start);

    /// <summary>Called at the end of each interval.</summary>
    void OnInterval(IntervalReport interval);

    /// <summary>Called after the last interval.</summary>
    void OnEnd(LoadEnd end)
    {
    }
}
