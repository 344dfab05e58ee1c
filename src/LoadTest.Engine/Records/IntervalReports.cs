using HdrHistogram;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Records;

/// <summary>Makes of stored figures what observers of a run were told while it went; like then, a report is valid until the next one is made.</summary>
internal sealed class IntervalReports(RecordHead head, RunStart run)
{
    private static readonly OutcomeKind[] Kinds = Enum.GetValues<OutcomeKind>();
    private readonly Dictionary<DenseHistogram, HistogramBase> _histograms = [];
    private readonly SuccessLatencies _successes = new();
    private Dictionary<OutcomeKind, long> _endedInAll = Kinds.ToDictionary(kind => kind, _ => 0L);

    /// <summary>The report of an interval.</summary>
    /// <param name="figures">Its figures; always the same object.</param>
    /// <param name="start">Where the last interval ended.</param>
    public IntervalReport Of(IntervalFigures figures, TimeSpan start)
    {
        OperationInterval[] operations = [.. run.Operations.Zip(figures.Operations, Operation)];
        var ended = Kinds.ToDictionary(kind => kind, kind => operations.Sum(operation => operation.CountOf(kind)));
        _endedInAll = Kinds.ToDictionary(kind => kind, kind => _endedInAll[kind] + ended[kind]);
        return new IntervalReport
        {
            Start = start,
            End = figures.End,
            PlannedDuration = head.PlannedDuration,
            TotalOperations = head.TotalOperations,
            Offered = figures.Offered,
            Ended = ended,
            EndedInAll = _endedInAll,
            InFlight = figures.InFlight,
            LateStarts = figures.LateStarts,
            ReadUnits = operations.Sum(operation => operation.ReadUnits),
            WriteUnits = operations.Sum(operation => operation.WriteUnits),
            Latencies = _successes.Of(operations),
            Lateness = Histogram(figures.Lateness),
            Operations = operations,
            ProcessorShare = figures.ProcessorShare,
        };
    }

    private OperationInterval Operation(string name, OperationFigures figures) => new()
    {
        Name = name,
        Ended = ByCategory(figures.Ended),
        ThrottledAttempts = ByCategory(figures.ThrottledAttempts),
        Attempts = figures.Attempts,
        Units = figures.Units.ToUnits(),
        Latencies =
        [
            .. from kind in Kinds
               let pair = figures.Latencies(kind)
               where pair is not null
               select (kind, new LatencyInterval(Histogram(pair.Value.Response), Histogram(pair.Value.Service))),
        ],
    };

    private IReadOnlyList<(OutcomeCategory Category, long Count)> ByCategory(long[] counts) =>
        [.. run.Categories.Zip(counts).Where(pair => pair.Second > 0)];

    private HistogramBase Histogram(DenseHistogram counts)
    {
        if (!_histograms.TryGetValue(counts, out var histogram)) _histograms.Add(counts, histogram = LatencyRecorder.NewHistogram());
        histogram.Reset();
        counts.AddTo(histogram);
        return histogram;
    }
}
