using HdrHistogram;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;

namespace LoadTest.Engine.Tests.Thresholds;

/// <summary>Results to be judged: ten seconds of 100 operations a second offered.</summary>
internal static class Results
{
    public static readonly OutcomeCategory Success = new("success", OutcomeKind.Success);
    public static readonly OutcomeCategory Conditional = new("conditional-check", OutcomeKind.ExpectedFailure);
    public static readonly OutcomeCategory Throttled = new("throttled", OutcomeKind.Throttle);
    public static readonly OutcomeCategory Fault = new("server-fault", OutcomeKind.Failure);

    public static LoadResult Of(params OperationResult[] operations) => new()
    {
        Ending = Ending.Complete,
        OfferedOperations = 1000,
        OfferedRatePerSecond = 100,
        NotStarted = 0,
        Duration = TimeSpan.FromSeconds(10),
        Operations = operations,
        Lateness = LatencySummary.Of(null),
        LateStarts = 0,
        ClampedLatencies = 0,
        Client = new ClientCost(TimeSpan.Zero, 0, 0, TimeSpan.Zero, 0),
    };

    /// <summary>An operation whose successes took 1, 2, 3, ... milliseconds, and half of that from the send.</summary>
    public static OperationResult Operation(string name, long success, long errors = 0, long throttled = 0, long retriedThrottles = 0, long expected = 0) => new()
    {
        Name = name,
        Outcomes = [(Success, success), (Conditional, expected), (Throttled, throttled), (Fault, errors)],
        Attempts = success + errors + throttled + retriedThrottles + expected,
        ThrottledRequests = [(Throttled, throttled + retriedThrottles)],
        Units = default,
        Latencies = new Dictionary<OutcomeKind, (HistogramBase, HistogramBase)>
        {
            [OutcomeKind.Success] = (Milliseconds(success, 1), Milliseconds(success, 0.5)),
        },
    };

    public static HistogramBase Milliseconds(long count, double step)
    {
        var histogram = LatencyRecorder.NewHistogram();
        for (var i = 1; i <= count; i++) histogram.RecordValue((long)(i * step * 1000));
        return histogram;
    }
}
