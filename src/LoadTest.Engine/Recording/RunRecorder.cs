using LoadTest.Engine.Execution;

namespace LoadTest.Engine.Recording;

/// <summary>Takes every outcome of the measured part. Any thread records; one thread takes the intervals.</summary>
public sealed class RunRecorder
{
    /// <summary>A start counts as late when it is later than this, in nanoseconds: ten milliseconds.</summary>
    public const long LateAfter = 10_000_000;

    private readonly OperationRecorder[] _operations;
    private long _completed;
    private long _lateStarts;
    private long _lastEnd;
    private long _firstStart;

    /// <summary>Makes a recorder for what a target does.</summary>
    public RunRecorder(ILoadTarget target) =>
        _operations = [.. target.Operations.Select(name => new OperationRecorder(name, target.Categories))];

    /// <summary>The target's operations, in its order.</summary>
    public IReadOnlyList<OperationRecorder> Operations => _operations;

    /// <summary>How late operations were begun after their intended start.</summary>
    public LatencyRecorder Lateness { get; } = new();

    /// <summary>How many operations ended.</summary>
    public long Completed => Volatile.Read(ref _completed);

    /// <summary>How many operations were begun more than <see cref="LateAfter"/> too late.</summary>
    public long LateStarts => Volatile.Read(ref _lateStarts);

    /// <summary>When the last operation ended, in nanoseconds of the run's clock; zero before the first.</summary>
    public long LastEnd => Volatile.Read(ref _lastEnd);

    /// <summary>When the first operation to end was sent, in nanoseconds of the run's clock; zero before it ended.</summary>
    public long FirstStart => Volatile.Read(ref _firstStart);

    /// <summary>How many latencies were longer than can be told apart.</summary>
    public long Clamped => _operations.Sum(operation => Enum.GetValues<OutcomeKind>()
        .Sum(kind => operation.Latencies(kind) is { } pair ? pair.Response.Clamped + pair.Service.Clamped : 0));

    /// <summary>Records one operation.</summary>
    /// <param name="ticket">What was to be done, and when.</param>
    /// <param name="begun">When a lane took it up, in nanoseconds of the run's clock.</param>
    /// <param name="outcome">What came of it.</param>
    public void Record(in Ticket ticket, long begun, in Outcome outcome)
    {
        _operations[outcome.Operation].Record(ticket, outcome);
        var lateness = begun - ticket.IntendedStart;
        Lateness.Record(lateness);
        if (lateness > LateAfter) Interlocked.Increment(ref _lateStarts);
        if (Interlocked.Increment(ref _completed) == 1) Volatile.Write(ref _firstStart, outcome.ServiceStart);
        RaiseLastEnd(outcome.End);
    }

    private void RaiseLastEnd(long end)
    {
        var seen = Volatile.Read(ref _lastEnd);
        while (end > seen)
        {
            var before = Interlocked.CompareExchange(ref _lastEnd, end, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}
