using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;
using LoadTest.Operations;
using LoadTest.Planning;

namespace LoadTest.Results;

/// <summary>
/// Writes the metrics of each interval as lines that CloudWatch makes metrics of. docs/metrics.md is the contract: which metrics, with which
/// dimensions, and when one is left out.
/// </summary>
/// <param name="plan">The run.</param>
/// <param name="environment">The environment's name.</param>
/// <param name="output">Takes whole lines, one a call, so that lines of others never get into one.</param>
public sealed class EmbeddedMetrics(RunPlan plan, string environment, TextWriter output) : IRunObserver
{
    private readonly OperationPattern _ownOperations = new OperationPattern(plan.Mix).Of(plan.Load.Share);
    private DateTimeOffset _startedAt;
    private long _offered;

    /// <inheritdoc/>
    public void OnStart(RunStart start) => _startedAt = start.At;

    /// <inheritdoc/>
    public void OnInterval(IntervalReport interval)
    {
        var at = _startedAt + interval.End;
        Write(at, null, OfTable(interval));
        foreach (var kind in _ownOperations.Kinds)
        {
            // The target lists its operations in the order of their kinds.
            var operation = interval.Operations[(int)kind];
            Write(at, ("Operation", operation.Name), OfOperation(operation, OfferedOf(kind, interval.Offered)));
        }

        foreach (var (category, count) in Sums(interval.Operations.SelectMany(operation => operation.Ended), OutcomeKind.Failure))
        {
            Write(at, ("Category", category.Name), [Metric.Count("Errors", count)]);
        }

        foreach (var (category, count) in Sums(interval.Operations.SelectMany(operation => operation.ThrottledAttempts), OutcomeKind.Throttle))
        {
            Write(at, ("Reason", Category.ThrottlingReasonOf(category)), [Metric.Count("Throttles", count)]);
        }

        _offered += interval.Offered;
        output.Flush();
    }

    private static List<Metric> OfTable(IntervalReport interval)
    {
        var lateness = LatencySummary.Of(interval.Lateness);
        List<Metric> metrics = [.. Counts(interval.Offered, interval.Operations), Metric.Count("LateStarts", interval.LateStarts), .. Times(interval.Latencies)];
        if (lateness.Count > 0) metrics.AddRange([Metric.Milliseconds("LatenessP99", lateness.P99), Metric.Milliseconds("LatenessMax", lateness.Max)]);
        return metrics;
    }

    private static List<Metric> OfOperation(OperationInterval operation, long offered) =>
        [.. Counts(offered, [operation]).Where(metric => metric.Value > 0), .. Times(operation.SuccessLatencies)];

    private static IEnumerable<Metric> Counts(long offered, IReadOnlyList<OperationInterval> operations) =>
    [
        Metric.Count("OfferedOperations", offered),
        Metric.Count("CompletedOperations", operations.Sum(operation => operation.EndedCount)),
        Metric.Count("Attempts", operations.Sum(operation => operation.Attempts)),
        Metric.Count("Errors", operations.Sum(operation => operation.CountOf(OutcomeKind.Failure))),
        Metric.Count("Throttles", operations.Sum(operation => operation.ThrottledAttempts.Sum(pair => pair.Count))),
        Metric.Count("ConsumedReadUnits", operations.Sum(operation => operation.ReadUnits)),
        Metric.Count("ConsumedWriteUnits", operations.Sum(operation => operation.WriteUnits)),
    ];

    private static IEnumerable<Metric> Times(LatencyInterval? latencies)
    {
        if (latencies is null || latencies.Response.TotalCount == 0) yield break;
        var response = LatencySummary.Of(latencies.Response);
        yield return Metric.Milliseconds("ResponseTimeP50", response.P50);
        yield return Metric.Milliseconds("ResponseTimeP99", response.P99);
        yield return Metric.Milliseconds("ResponseTimeP999", response.P999);
        yield return Metric.Milliseconds("ResponseTimeMax", response.Max);
        if (latencies.Service.TotalCount > 0) yield return Metric.Milliseconds("ServiceTimeP99", LatencySummary.Of(latencies.Service).P99);
    }

    private static IEnumerable<(OutcomeCategory Category, long Count)> Sums(
        IEnumerable<(OutcomeCategory Category, long Count)> counts, OutcomeKind kind) =>
        from pair in counts
        where pair.Category.Kind == kind
        group pair.Count by pair.Category into sums
        select (sums.Key, sums.Sum());

    // Exact over any part of the run, and so are the sums: no share is rounded.
    private long OfferedOf(OperationKind kind, long offered) =>
        _ownOperations.CountBefore(kind, _offered + offered) - _ownOperations.CountBefore(kind, _offered);

    private void Write(DateTimeOffset at, (string Name, string Value)? dimension, List<Metric> metrics)
    {
        if (metrics.Count == 0) return;
        List<(string, string)> dimensions = [("Environment", environment), ("TableName", plan.Table.Name)];
        if (dimension is { } more) dimensions.Add(more);
        output.WriteLine(new EmbeddedMetricLine(at, dimensions, plan.RunId, plan.Load.Share.Index, metrics).Render());
    }
}
