using HdrHistogram;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;

namespace LoadTest.Engine.Thresholds;

/// <summary>What metrics are read from: a result as a whole, or one operation's part of it.</summary>
public sealed record Sample
{
    private Sample(IReadOnlyList<OperationResult> operations, TimeSpan duration, double? offeredRate)
    {
        Attempted = operations.Sum(operation => operation.Attempted);
        Attempts = operations.Sum(operation => operation.Attempts);
        Errors = operations.Sum(operation => operation.UnexpectedErrors);
        ThrottledRequests = operations.Sum(operation => operation.ThrottledRequests.Sum(throttled => throttled.Count));
        AchievedRate = duration > TimeSpan.Zero ? Attempted / duration.TotalSeconds : null;
        OfferedRate = offeredRate;
        ResponseTimes = Together(operations, latencies => latencies.Response);
        ServiceTimes = Together(operations, latencies => latencies.Service);
    }

    /// <summary>Operations that ended.</summary>
    public long Attempted { get; }

    /// <summary>Requests sent.</summary>
    public long Attempts { get; }

    /// <summary>Operations that failed although the plan did not ask for it, throttles left out.</summary>
    public long Errors { get; }

    /// <summary>Requests that were throttled, also those that were tried again.</summary>
    public long ThrottledRequests { get; }

    /// <summary>Operations a second that ended; null of a run that took no time.</summary>
    public double? AchievedRate { get; }

    /// <summary>Operations a second that were offered; null of a closed load and of a single operation.</summary>
    public double? OfferedRate { get; }

    /// <summary>Response times of the operations that succeeded, in microseconds.</summary>
    public HistogramBase ResponseTimes { get; }

    /// <summary>Their service times, in microseconds.</summary>
    public HistogramBase ServiceTimes { get; }

    /// <summary>The whole result.</summary>
    public static Sample Of(LoadResult result) => new(result.Operations, result.Duration, result.OfferedRatePerSecond);

    /// <summary>One operation's part of a result; null where it did not occur.</summary>
    public static Sample? Of(LoadResult result, string operation) =>
        result.Operations.FirstOrDefault(candidate => candidate.Name == operation) is { } own ? new Sample([own], result.Duration, null) : null;

    private static HistogramBase Together(
        IReadOnlyList<OperationResult> operations, Func<(HistogramBase Response, HistogramBase Service), HistogramBase> select)
    {
        var sum = LatencyRecorder.NewHistogram();
        foreach (var operation in operations)
        {
            if (operation.Latencies.TryGetValue(OutcomeKind.Success, out var latencies)) sum.Add(select(latencies));
        }

        return sum;
    }
}
