using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Records;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Tests.Reporting;

namespace LoadTest.Engine.Tests.Records;

/// <summary>Records for tests: heads and closes with fixed texts around intervals that the test gives.</summary>
internal static class SampleRecord
{
    public static RecordHead Head(WorkerShare share) => new()
    {
        RunId = "run-1",
        StartedAt = SampleRun.Start.At,
        Version = "1.2.3",
        Environment = "dev",
        Table = "dev-table",
        Target = "us-east-1",
        Seed = 42,
        Load = "hold 100/s for 10 s",
        Interval = TimeSpan.FromSeconds(1),
        Share = share,
        TotalOperations = share.OwnCount(12345),
        PlannedDuration = TimeSpan.FromSeconds(10),
        ScheduleLength = TimeSpan.FromSeconds(10),
        Settings = [new ReportedSetting("Rate", "100", "--rate")],
    };

    public static LoadEnd End { get; } = new()
    {
        Ending = Ending.Complete,
        Elapsed = TimeSpan.FromSeconds(9.5),
        ScheduleLength = TimeSpan.FromSeconds(10),
        OfferedOnSchedule = 5000,
        NotStarted = 0,
        ClampedLatencies = 1,
        Client = new ClientCost(TimeSpan.FromSeconds(1.5), 12_345_678, 98_765_432, TimeSpan.FromMilliseconds(12), 0.456),
        StartSkew = TimeSpan.FromMilliseconds(3),
    };

    public static RecordClose Close { get; } = new()
    {
        Verification = new VerificationResult("all", 100, 99, 1, 0),
        Findings = ["something"],
        WasStopped = false,
        FirstOperation = TimeSpan.FromMilliseconds(345.678),
    };

    /// <summary>A whole record.</summary>
    public static byte[] Bytes(WorkerShare share, params IntervalReport[] intervals) => Bytes(Head(share), End, Close, intervals);

    public static byte[] Bytes(RecordHead head, LoadEnd? end, RecordClose? close, params IntervalReport[] intervals)
    {
        using var stream = new MemoryStream();
        using var writer = new RecordWriter(stream, head);
        writer.OnStart(SampleRun.Start);
        foreach (var interval in intervals) writer.OnInterval(interval);
        if (end is not null) writer.OnEnd(end);
        if (close is not null) writer.Close(close);
        return stream.ToArray();
    }

    public static RecordSource Source(byte[] bytes, int worker = 0) => new(worker, $"workers/{worker:D4}/run.record", () => new MemoryStream(bytes));

    /// <summary>The sample interval at another place.</summary>
    public static IntervalReport Interval(double start, double end, long inFlight = 2) =>
        SampleRun.Interval with { Start = TimeSpan.FromSeconds(start), End = TimeSpan.FromSeconds(end), InFlight = inFlight };
}
