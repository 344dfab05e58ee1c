using LoadTest.Engine.Execution;

namespace LoadTest.Engine.Recording;

/// <summary>Turns what the recorder counts into intervals. Owned by the one thread that takes them.</summary>
internal sealed class IntervalMeter(RunRecorder recorder, IDispatcher dispatcher, RunClock clock, long origin)
{
    private readonly HdrHistogram.HistogramBase _response = LatencyRecorder.NewHistogram();
    private readonly HdrHistogram.HistogramBase _service = LatencyRecorder.NewHistogram();
    private Totals _before = new(0, 0, 0, 0, 0, new Dictionary<OutcomeKind, long>(), ClientUsage.Take());

    /// <summary>The busiest interval's share of the machine's processors, from 0 to 1.</summary>
    public double HighestProcessorShare { get; private set; }

    public IntervalReport Take()
    {
        var now = Totals.Read(recorder, dispatcher, clock.Now - origin);
        var before = _before;
        _before = now;
        var byOperation = TakeLatencies();
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
            Ended = Enum.GetValues<OutcomeKind>().ToDictionary(
                kind => kind, kind => now.Ended.GetValueOrDefault(kind) - before.Ended.GetValueOrDefault(kind)),
            EndedInAll = now.Ended,
            InFlight = Math.Max(0, dispatcher.Started - recorder.Completed),
            LateStarts = now.LateStarts - before.LateStarts,
            ReadUnits = now.ReadUnits - before.ReadUnits,
            WriteUnits = now.WriteUnits - before.WriteUnits,
            Latencies = new LatencyInterval(_response, _service),
            ByOperation = byOperation,
            ProcessorShare = processorShare,
        };
    }

    private List<(string Operation, OutcomeKind Kind, LatencyInterval Latencies)> TakeLatencies()
    {
        _response.Reset();
        _service.Reset();
        recorder.Lateness.TakeInterval();
        var taken = new List<(string, OutcomeKind, LatencyInterval)>();
        foreach (var operation in recorder.Operations)
        {
            var kinds = operation.TakeInterval();
            for (var kind = 0; kind < kinds.Length; kind++)
            {
                if (kinds[kind] is { } latencies) taken.Add((operation.Name, (OutcomeKind)kind, latencies));
            }

            if (kinds[(int)OutcomeKind.Success] is not { } success) continue;
            _response.Add(success.Response);
            _service.Add(success.Service);
        }

        return taken;
    }

    private sealed record Totals(
        long Elapsed,
        long Offered,
        long LateStarts,
        double ReadUnits,
        double WriteUnits,
        IReadOnlyDictionary<OutcomeKind, long> Ended,
        ClientUsage Usage)
    {
        public static Totals Read(RunRecorder recorder, IDispatcher dispatcher, long elapsed) => new(
            elapsed,
            dispatcher.OfferedBefore(elapsed),
            recorder.LateStarts,
            recorder.Operations.Sum(operation => operation.ReadUnits),
            recorder.Operations.Sum(operation => operation.WriteUnits),
            recorder.Operations.SelectMany(operation => operation.Counts())
                .GroupBy(pair => pair.Category.Kind, pair => pair.Count)
                .ToDictionary(group => group.Key, group => group.Sum()),
            ClientUsage.Take());
    }
}
