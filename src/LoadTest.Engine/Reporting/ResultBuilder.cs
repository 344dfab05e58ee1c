using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Reporting;

/// <summary>Makes the result out of what the intervals add up to, and how the load ended: the same for a load that was just measured and a stored one.</summary>
public static class ResultBuilder
{
    /// <summary>Makes the result.</summary>
    public static LoadResult Build(RunTotals totals, LoadEnd end) => new()
    {
        Ending = end.Ending,
        OfferedOperations = totals.Offered,
        OfferedRatePerSecond = end.OfferedFor > TimeSpan.Zero ? end.OfferedOnSchedule / end.OfferedFor.Value.TotalSeconds : null,
        NotStarted = end.NotStarted,
        Duration = end.Duration,
        Operations = [.. totals.Operations.Select(Result).Where(operation => operation.Attempted > 0)],
        Lateness = LatencySummary.Of(totals.Lateness),
        LateStarts = totals.LateStarts,
        ClampedLatencies = end.ClampedLatencies,
        Client = end.Client,
    };

    private static OperationResult Result(OperationSum operation) => new()
    {
        Name = operation.Name,
        Outcomes = [.. operation.Ended.Select(pair => (pair.Key, pair.Value))],
        Attempts = operation.Attempts,
        ThrottledRequests = [.. operation.ThrottledRequests.Select(pair => (pair.Key, pair.Value))],
        Units = operation.Units,
        Latencies = operation.Latencies,
    };
}
