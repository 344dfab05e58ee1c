using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;

namespace LoadTest.Engine.Records;

/// <summary>How a worker's part ended, also where its record does not say so any more.</summary>
/// <param name="Worker">What became of it.</param>
/// <param name="Load">How its load ended.</param>
/// <param name="Close">What came after its load.</param>
internal sealed record WorkerEnd(WorkerResult Worker, LoadEnd Load, RecordClose Close)
{
    /// <summary>Tells it from a record that was read to its end.</summary>
    public static WorkerEnd Of(WorkerRecord record)
    {
        var load = record.Reader?.LoadEnd ?? Broken(record);
        var close = record.Reader?.Close ?? Broken(load, record.Flaw!);
        var state = record.Reader is null ? WorkerState.Missing
            : record.Flaw is not null ? WorkerState.BrokenOff
            : load.Ending == Ending.Complete ? WorkerState.Complete : WorkerState.Partial;
        return new WorkerEnd(new WorkerResult(record.Index, state, record.Attempted, load.StartSkew, record.Flaw ?? close.Note), load, close);
    }

    // What its intervals say; the rest nobody knows any more.
    private static LoadEnd Broken(WorkerRecord record) => new()
    {
        Ending = Ending.Incomplete,
        Elapsed = record.Elapsed,
        ScheduleLength = record.Reader?.Head.ScheduleLength,
        OfferedOnSchedule = record.Reader?.Head.ScheduleLength is null ? 0 : record.Offered,
        NotStarted = 0,
        ClampedLatencies = 0,
        Client = new ClientCost(TimeSpan.Zero, 0, 0, TimeSpan.Zero, 0),
    };

    private static RecordClose Broken(LoadEnd load, string flaw) => new()
    {
        Verification = VerificationResult.None("the record breaks off before"),
        Findings = [flaw],
        WasStopped = load.Ending == Ending.Stopped,
        FirstOperation = load.Client.FirstOperation,
    };
}
