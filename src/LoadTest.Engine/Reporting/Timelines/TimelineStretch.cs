using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Reporting.Timelines;

/// <summary>A point of a timeline with its whole distribution of response times.</summary>
/// <param name="Latencies">Response times of the operations that succeeded, in microseconds.</param>
/// <param name="Figures">Everything else; its latencies are not filled in.</param>
internal sealed record TimelineStretch(SparseLatencies Latencies, TimelinePoint Figures)
{
    /// <summary>An interval's, of all operations together or of one.</summary>
    public static TimelineStretch Of(IntervalReport interval, string? operation)
    {
        OperationInterval[] operations = [.. interval.Operations.Where(candidate => operation is null || candidate.Name == operation)];
        var latencies = operation is null ? interval.Latencies.Response : operations.FirstOrDefault()?.SuccessLatencies?.Response;
        return new TimelineStretch(SparseLatencies.Of(latencies), new TimelinePoint
        {
            Start = interval.Start.TotalSeconds,
            End = interval.End.TotalSeconds,
            Offered = operation is null ? interval.Offered : 0,
            Ended = operations.Sum(own => own.EndedCount),
            Errors = operations.Sum(own => own.CountOf(OutcomeKind.Failure)),
            Throttled = operations.Sum(own => own.ThrottledAttempts.Sum(throttled => throttled.Count)),
            LateStarts = interval.LateStarts,
            ReadUnits = operations.Sum(own => own.ReadUnits),
            WriteUnits = operations.Sum(own => own.WriteUnits),
            ProcessorShare = interval.ProcessorShare,
            Response = LatencySummary.Of(null),
        });
    }
}
