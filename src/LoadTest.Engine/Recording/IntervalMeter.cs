using LoadTest.Engine.Execution;

namespace LoadTest.Engine.Recording;

/// <summary>Turns what the recorder counts into intervals. Owned by the one thread that takes them.</summary>
internal sealed class IntervalMeter(RunRecorder recorder, IDispatcher dispatcher, RunClock clock, long origin)
{
    private static readonly OutcomeKind[] Kinds = Enum.GetValues<OutcomeKind>();
    private readonly SuccessLatencies _successes = new();
    private Dictionary<OutcomeKind, long> _endedInAll = Kinds.ToDictionary(kind => kind, _ => 0L);
    private Totals _before = new(
        0, 0, 0, 0, [.. recorder.Operations.Select(operation => operation.Nothing)], ClientUsage.Take());

    /// <summary>The busiest interval's share of the machine's processors, from 0 to 1.</summary>
    public double HighestProcessorShare { get; private set; }

    public IntervalReport Take()
    {
        var now = Totals.Read(recorder, dispatcher, clock, origin);
        var before = _before;
        _before = now;
        var operations = recorder.Operations.Select((operation, i) => now.Operations[i].Since(before.Operations[i], operation)).ToArray();
        var ended = Kinds.ToDictionary(kind => kind, kind => operations.Sum(operation => operation.CountOf(kind)));
        _endedInAll = Kinds.ToDictionary(kind => kind, kind => _endedInAll[kind] + ended[kind]);
        var length = Math.Max(1, now.Elapsed - before.Elapsed);
        var processorShare = RunClock.Nanoseconds(now.Usage.ProcessorTime - before.Usage.ProcessorTime)
            / (double)length / Environment.ProcessorCount;
        HighestProcessorShare = Math.Max(HighestProcessorShare, processorShare);

        return new IntervalReport
        {
            Start = RunClock.Duration(before.Elapsed),
            End = RunClock.Duration(now.Elapsed),
            PlannedDuration = dispatcher.PlannedDuration,
            TotalOperations = dispatcher.Total,
            Offered = now.Offered - before.Offered,
            Ended = ended,
            EndedInAll = _endedInAll,
            InFlight = now.Started - now.Operations.Sum(operation => operation.Ended.Sum()),
            LateStarts = now.LateStarts - before.LateStarts,
            ReadUnits = operations.Sum(operation => operation.ReadUnits),
            WriteUnits = operations.Sum(operation => operation.WriteUnits),
            Latencies = _successes.Of(operations),
            Lateness = recorder.Lateness.TakeInterval(),
            Operations = operations,
            ProcessorShare = processorShare,
        };
    }

    private sealed record Totals(long Elapsed, long Started, long Offered, long LateStarts, IReadOnlyList<OperationTotals> Operations, ClientUsage Usage)
    {
        public static Totals Read(RunRecorder recorder, IDispatcher dispatcher, RunClock clock, long origin)
        {
            // What has ended is read before what was started, and what was offered is told from that: never has more ended than was started, nor
            // more been started than was offered, and what is in flight is the difference of numbers that are shown.
            OperationTotals[] operations = [.. recorder.Operations.Select(operation => operation.Totals())];
            var started = dispatcher.Started;
            var elapsed = clock.Now - origin;
            return new Totals(elapsed, started, dispatcher.OfferedBefore(elapsed, started), recorder.LateStarts, operations, ClientUsage.Take());
        }
    }
}
