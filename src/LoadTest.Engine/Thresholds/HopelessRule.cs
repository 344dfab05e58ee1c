using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Thresholds;

/// <summary>When an upper bound cannot hold any more.</summary>
/// <param name="What">What is counted, in words.</param>
/// <param name="BadIn">How many of an interval's operations or requests speak against the threshold.</param>
/// <param name="IsHopeless">Whether so many are too many, given the number of operations that there will be at the most, or null.</param>
internal sealed record HopelessRule(string What, Func<OperationInterval, long> BadIn, Func<long, long?, bool> IsHopeless)
{
    private const double MicrosecondsPerMillisecond = 1000;

    /// <summary>The rule of a threshold; null where only the end can tell.</summary>
    public static HopelessRule? Of(Threshold threshold, double limit, int mostAttempts)
    {
        return threshold.Metric switch
        {
            { Name: "errors" } => new("errors", Errors, (bad, _) => Breaks(bad)),
            { Name: "throttles" } => new("throttled requests", Throttles, (bad, _) => Breaks(bad)),
            { Name: "error-rate" } => new("errors", Errors, (bad, total) => Breaks(100.0 * bad / total)),
            { Name: "throttle-rate" } => new("throttled requests", Throttles, (bad, total) => Breaks(100.0 * bad / (total * mostAttempts))),
            { Percentile: 100 } => new("slower operations", Slower, (bad, _) => bad > 0),
            // At best all that is left is fast. One more than the percentile leaves room for, as its rank is rounded.
            { Percentile: { } percentile } => new("slower operations", Slower, (bad, total) => bad - 1 > (1 - percentile / 100) * total),
            _ => null,
        };

        bool Breaks(double? best) => best is { } value && !threshold.Comparison.Holds(value, limit);

        long Slower(OperationInterval interval) => interval.SuccessLatencies is not { } latencies ? 0
            : (threshold.Metric.IsOfServiceTime ? latencies.Service : latencies.Response).RecordedValues()
                .Where(value => Breaks(value.ValueIteratedTo / MicrosecondsPerMillisecond)).Sum(value => value.CountAddedInThisIterationStep);
    }

    private static long Errors(OperationInterval interval) => interval.CountOf(OutcomeKind.Failure);

    private static long Throttles(OperationInterval interval) => interval.ThrottledAttempts.Sum(throttled => throttled.Count);
}
