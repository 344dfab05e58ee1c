using HdrHistogram;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Reporting;

/// <summary>Makes the result out of what was recorded, when the last operation has ended and the last interval was taken.</summary>
internal static class ResultBuilder
{
    /// <param name="recorder">What was recorded.</param>
    /// <param name="dispatcher">What was handed out.</param>
    /// <param name="offered">Operations that the plan asked for up to the last interval's end: what the intervals add up to.</param>
    /// <param name="ending">How the load came to its end.</param>
    /// <param name="elapsed">From the load's beginning to the end of the last operation.</param>
    /// <param name="cost">What it cost the client.</param>
    public static LoadResult Build(RunRecorder recorder, IDispatcher dispatcher, long offered, Ending ending, TimeSpan elapsed, ClientCost cost)
    {
        // A schedule that was completed lasted its whole length, although its last start lies a little before its end.
        var duration = ending == Ending.Complete && dispatcher.ScheduleLength > elapsed ? dispatcher.ScheduleLength.Value : elapsed;
        var offeredFor = dispatcher.ScheduleLength < duration ? dispatcher.ScheduleLength.Value : duration;
        return new LoadResult
        {
            Ending = ending,
            OfferedOperations = offered,
            OfferedRatePerSecond = dispatcher.ScheduleLength is null || offeredFor <= TimeSpan.Zero ? null : dispatcher.OfferedBefore(RunClock.Nanoseconds(offeredFor)) / offeredFor.TotalSeconds,
            NotStarted = dispatcher.Total is { } total ? total - dispatcher.Started : 0,
            Duration = duration,
            Operations = [.. recorder.Operations.Select(Result).Where(operation => operation.Attempted > 0)],
            Lateness = LatencySummary.Of(recorder.Lateness.Total),
            LateStarts = recorder.LateStarts,
            ClampedLatencies = recorder.Clamped,
            Client = cost,
        };
    }

    private static OperationResult Result(OperationRecorder operation) => new()
    {
        Name = operation.Name,
        Outcomes = operation.Counts(),
        Attempts = operation.Attempts,
        Units = operation.Units,
        Latencies = Enum.GetValues<OutcomeKind>()
            .Where(kind => operation.Latencies(kind) is not null)
            .ToDictionary(kind => kind, kind => Histograms(operation.Latencies(kind)!)),
    };

    private static (HistogramBase Response, HistogramBase Service) Histograms(LatencyPair pair) =>
        (pair.Response.Total, pair.Service.Total);
}
