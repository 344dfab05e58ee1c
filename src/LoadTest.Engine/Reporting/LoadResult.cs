using HdrHistogram;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Reporting;

/// <summary>What the measured part of a load test came to.</summary>
public sealed record LoadResult
{
    /// <summary>How the load came to its end.</summary>
    public required Ending Ending { get; init; }

    /// <summary>Operations that the plan asked for until the load's end.</summary>
    public required long OfferedOperations { get; init; }

    /// <summary>Operations a second that the plan asked for; null in a closed load, where the target sets the rate.</summary>
    public required double? OfferedRatePerSecond { get; init; }

    /// <summary>Operations of the plan that were never begun, as the run ended before.</summary>
    public required long NotStarted { get; init; }

    /// <summary>From the load's beginning to the end of the last operation, and not less than the schedule's length when it was completed.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>What became of each of the target's operations, those that were never asked for left out.</summary>
    public required IReadOnlyList<OperationResult> Operations { get; init; }

    /// <summary>How late operations were begun after their intended start.</summary>
    public required LatencySummary Lateness { get; init; }

    /// <summary>Operations begun more than ten milliseconds late.</summary>
    public required long LateStarts { get; init; }

    /// <summary>Latencies longer than an hour, counted as an hour.</summary>
    public required long ClampedLatencies { get; init; }

    /// <summary>What the load cost the client.</summary>
    public required ClientCost Client { get; init; }

    /// <summary>Operations that ended, whatever came of them.</summary>
    public long Attempted => Operations.Sum(operation => operation.Attempted);

    /// <summary>Operations that did what the plan asked for.</summary>
    public long Succeeded => Operations.Sum(operation => operation.Succeeded);

    /// <summary>Operations that failed although the plan did not ask for it, throttles included.</summary>
    public long UnexpectedFailures => Operations.Sum(operation => operation.Failed - operation.ExpectedFailures);

    /// <summary>Operations a second that ended.</summary>
    public double AchievedRatePerSecond => Duration > TimeSpan.Zero ? Attempted / Duration.TotalSeconds : 0;
}

/// <summary>What became of one of the target's operations: attempted = succeeded + failed, and failed = the sum of the errors.</summary>
public sealed record OperationResult
{
    /// <summary>The operation's name.</summary>
    public required string Name { get; init; }

    /// <summary>How many ended, by category.</summary>
    public required IReadOnlyList<(OutcomeCategory Category, long Count)> Outcomes { get; init; }

    /// <summary>Requests sent, retries included.</summary>
    public required long Attempts { get; init; }

    /// <summary>Requests that were throttled, by category, also those that were tried again.</summary>
    public required IReadOnlyList<(OutcomeCategory Category, long Count)> ThrottledRequests { get; init; }

    /// <summary>Capacity units charged.</summary>
    public required ConsumedUnits Units { get; init; }

    /// <summary>Read capacity units charged, as the answers reported them.</summary>
    public double ReadUnits => Units.Read;

    /// <summary>Write capacity units charged, as the answers reported them.</summary>
    public double WriteUnits => Units.Write;

    /// <summary>The whole run's histograms by kind, response and service time, in microseconds.</summary>
    public required IReadOnlyDictionary<OutcomeKind, (HistogramBase Response, HistogramBase Service)> Latencies { get; init; }

    /// <summary>Operations that ended.</summary>
    public long Attempted => Outcomes.Sum(outcome => outcome.Count);

    /// <summary>Operations that did what the plan asked for.</summary>
    public long Succeeded => CountOf(OutcomeKind.Success);

    /// <summary>Operations that did not succeed, also those that were meant to fail.</summary>
    public long Failed => Attempted - Succeeded;

    /// <summary>Operations that failed as the plan asked for.</summary>
    public long ExpectedFailures => CountOf(OutcomeKind.ExpectedFailure);

    /// <summary>Operations refused because a limit on throughput was reached.</summary>
    public long Throttled => CountOf(OutcomeKind.Throttle);

    /// <summary>Operations that failed although the plan did not ask for it, throttles left out.</summary>
    public long UnexpectedErrors => CountOf(OutcomeKind.Failure);

    /// <summary>The failed operations by category.</summary>
    public IEnumerable<(OutcomeCategory Category, long Count)> Errors =>
        Outcomes.Where(outcome => outcome.Category.Kind != OutcomeKind.Success);

    /// <summary>The response times of the operations that succeeded.</summary>
    public LatencySummary ResponseTime => LatencySummary.Of(Latencies.GetValueOrDefault(OutcomeKind.Success).Response);

    /// <summary>The service times of the operations that succeeded.</summary>
    public LatencySummary ServiceTime => LatencySummary.Of(Latencies.GetValueOrDefault(OutcomeKind.Success).Service);

    private long CountOf(OutcomeKind kind) => Outcomes.Where(outcome => outcome.Category.Kind == kind).Sum(outcome => outcome.Count);
}
