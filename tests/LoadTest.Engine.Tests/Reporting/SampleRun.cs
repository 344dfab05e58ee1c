using HdrHistogram;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Thresholds;

namespace LoadTest.Engine.Tests.Reporting;

/// <summary>A run with fixed figures, for the reports' golden files.</summary>
internal static class SampleRun
{
    private static readonly OutcomeCategory Success = new("success", OutcomeKind.Success);
    private static readonly OutcomeCategory Conditional = new("conditional-check", OutcomeKind.ExpectedFailure);
    private static readonly OutcomeCategory Throttled = new("throttled-table-write-provisioned", OutcomeKind.Throttle);
    private static readonly OutcomeCategory Fault = new("server-fault", OutcomeKind.Failure);

    public static RunSummary Summary { get; } = new()
    {
        RunId = "20260102-030405-abcd",
        StartedAt = new DateTimeOffset(2026, 1, 2, 4, 4, 5, TimeSpan.FromHours(1)),
        Version = "1.2.3",
        Outcome = RunOutcome.Passed,
        Environment = "local",
        Table = "local-dynamodb-load-test",
        Target = "http://127.0.0.1:8000",
        Seed = 42,
        Load = "open model: hold 1234.5/s for 10 s, over at most 256 connections",
        Result = new LoadResult
        {
            Ending = Ending.Complete,
            OfferedOperations = 12345,
            OfferedRatePerSecond = 1234.5,
            NotStarted = 0,
            Duration = TimeSpan.FromSeconds(10.125),
            Operations = [Put(), Get()],
            Lateness = LatencySummary.Of(Latencies(12345, 3)),
            LateStarts = 17,
            ClampedLatencies = 0,
            Client = new ClientCost(TimeSpan.FromSeconds(1.5), 12_345_678, 98_765_432, TimeSpan.FromMilliseconds(12), 0.456),
        },
        Thresholds =
        [
            new ThresholdVerdict(Threshold("p99<25ms", "p99", "<", 25), 11.487, 25, Holds: true, null),
            new ThresholdVerdict(Threshold("error-rate<=0.01%", "error-rate", "<=", 0.01), 0.040502, 0.01, Holds: false, null),
            new ThresholdVerdict(Threshold("query:p50<1s", "p50", "<", 1000) with { Operation = "Query" }, null, 1000, Holds: false, "nothing was measured that it could be judged by"),
        ],
        Verification = new VerificationResult("all", 10_000, 10_000, 0, 0),
        FirstOperation = TimeSpan.FromMilliseconds(345.678),
        Warnings = ["The rate was missed: 1,234.5 operations a second were offered, and 1,219.3 achieved. Response times contain the wait."],
        Settings = [new ReportedSetting("Rate", "1234.5", "--rate"), new ReportedSetting("Stages", "a|b", "parameters.json line 7")],
    };

    public static RunStart Start { get; } = new(Summary.StartedAt, ["PutItem"], [Success, Conditional, Throttled, Fault]);

    public static IntervalReport Interval { get; } = new()
    {
        Start = TimeSpan.FromSeconds(1.001),
        End = TimeSpan.FromSeconds(2.0025),
        PlannedDuration = TimeSpan.FromSeconds(10),
        TotalOperations = 12345,
        Offered = 1234,
        Ended = Kinds(1200, 20, 10, 2),
        EndedInAll = Kinds(2400, 40, 20, 4),
        InFlight = 2,
        LateStarts = 3,
        ReadUnits = 0.5,
        WriteUnits = 1232.5,
        Latencies = new LatencyInterval(Latencies(1200, 1500), Latencies(1200, 1000)),
        Lateness = Latencies(1232, 3),
        Operations =
        [
            new OperationInterval
            {
                Name = "PutItem",
                Ended = [(Success, 1200), (Conditional, 20), (Throttled, 10), (Fault, 2)],
                ThrottledAttempts = [(Throttled, 10)],
                Attempts = 1232,
                Units = new ConsumedUnits(0.5, 1232.5),
                Latencies = [(OutcomeKind.Success, new LatencyInterval(Latencies(1200, 1500), Latencies(1200, 1000)))],
            },
        ],
        ProcessorShare = 0.3333,
    };

    private static OperationResult Put() => new()
    {
        Name = "PutItem",
        Outcomes = [(Success, 10_000), (Conditional, 1500), (Throttled, 300), (Fault, 5)],
        ThrottledRequests = [(Throttled, 400)],
        Attempts = 11_905,
        Units = new ConsumedUnits(0, 11_500.5, IndexWrite: 1_500.5, UnreportedWrite: 1500),
        Latencies = new Dictionary<OutcomeKind, (HistogramBase, HistogramBase)>
        {
            [OutcomeKind.Success] = (Latencies(10_000, 1500), Latencies(10_000, 1000)),
        },
    };

    private static OperationResult Get() => new()
    {
        Name = "GetItem",
        Outcomes = [(Success, 540)],
        Attempts = 540,
        ThrottledRequests = [],
        Units = new ConsumedUnits(270, 0, IndexRead: 20),
        Latencies = new Dictionary<OutcomeKind, (HistogramBase, HistogramBase)>
        {
            [OutcomeKind.Success] = (Latencies(540, 900), Latencies(540, 700)),
        },
    };

    private static Threshold Threshold(string text, string metric, string comparison, double limit) =>
        new(text, null, Metric.Named(metric), new Comparison(comparison), limit, LimitKind.Absolute);

    // Evenly spread microseconds with a tail ten thousand times as long.
    private static HistogramBase Latencies(int count, long first)
    {
        var histogram = LatencyRecorder.NewHistogram();
        for (var i = 0; i < count - 1; i++) histogram.RecordValue(first + i);
        histogram.RecordValue(first * 10_000);
        return histogram;
    }

    private static Dictionary<OutcomeKind, long> Kinds(long success, long expected, long throttle, long failure) => new()
    {
        [OutcomeKind.Success] = success,
        [OutcomeKind.ExpectedFailure] = expected,
        [OutcomeKind.Throttle] = throttle,
        [OutcomeKind.Failure] = failure,
    };
}
