using HdrHistogram;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Records;
using LoadTest.Engine.Reporting;
using LoadTest.Items;
using LoadTest.Operations;

namespace LoadTest.Tests.Results;

/// <summary>Records of workers as they would leave them: three operations, latencies with a tail, the same figures for all that share a number modulo 16.</summary>
internal sealed class StoredWorkers(int workers, int intervals, int operationsPerInterval)
{
    private const int Different = 16;
    private static readonly string[] Operations = ["PutItem", "GetItem", "UpdateItem"];
    private readonly Dictionary<int, byte[]> _intervals = [];
    private readonly RunStart _start = new(DateTimeOffset.UnixEpoch.AddDays(20_000), Operations, Category.All);

    /// <summary>How many operations each worker has.</summary>
    public long OperationsEach => (long)intervals * Operations.Length * operationsPerInterval;

    /// <summary>Writes the record of a worker into a run's folder.</summary>
    public string Write(string folder, int worker)
    {
        var path = Path.Combine(folder, "workers", $"{worker:D4}", "run.record");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Record(worker));
        return path;
    }

    /// <summary>The record of a worker: only its head is its own, as making latencies takes longer than adding them.</summary>
    public byte[] Record(int worker)
    {
        var kind = worker % Different;
        if (!_intervals.TryGetValue(kind, out var rest)) _intervals.Add(kind, rest = Written(kind)[Written(kind, isHeadOnly: true).Length..]);
        return [.. Written(worker, isHeadOnly: true), .. rest];
    }

    private byte[] Written(int worker, bool isHeadOnly = false)
    {
        using var stream = new MemoryStream();
        using var writer = new RecordWriter(stream, Head(worker));
        if (isHeadOnly) return stream.ToArray();
        writer.OnStart(_start);
        var draw = (ulong)worker + 1;
        for (var interval = 0; interval < intervals; interval++) writer.OnInterval(Interval(interval, ref draw));
        writer.OnEnd(new LoadEnd
        {
            Ending = Ending.Complete,
            Elapsed = TimeSpan.FromSeconds(10 * intervals),
            ScheduleLength = TimeSpan.FromSeconds(10 * intervals),
            OfferedOnSchedule = OperationsEach,
            NotStarted = 0,
            ClampedLatencies = 0,
            Client = new ClientCost(TimeSpan.FromSeconds(1), 1000, 50_000_000, TimeSpan.FromSeconds(1), 0.25),
            StartSkew = TimeSpan.FromMilliseconds(worker),
        });
        writer.Close(new RecordClose
        {
            Verification = new VerificationResult("all", 10, 10, 0, 0),
            Findings = [],
            WasStopped = false,
            FirstOperation = TimeSpan.FromSeconds(1),
        });
        return stream.ToArray();
    }

    private RecordHead Head(int worker) => new()
    {
        RunId = "big",
        StartedAt = _start.At,
        Version = "1.2.3",
        Environment = "dev",
        Table = "dev-table",
        Target = "us-east-1",
        Seed = 42,
        Load = "open model",
        Interval = TimeSpan.FromSeconds(10),
        Share = new WorkerShare(worker, workers),
        TotalOperations = OperationsEach,
        PlannedDuration = TimeSpan.FromSeconds(10 * intervals),
        ScheduleLength = TimeSpan.FromSeconds(10 * intervals),
        Settings = [new ReportedSetting("Rate", "100", "--rate")],
    };

    private IntervalReport Interval(int number, ref ulong draw)
    {
        OperationInterval[] operations = new OperationInterval[Operations.Length];
        for (var i = 0; i < operations.Length; i++) operations[i] = Operation(Operations[i], ref draw);
        return new IntervalReport
        {
            Start = TimeSpan.FromSeconds(10 * number),
            End = TimeSpan.FromSeconds(10 * (number + 1)),
            PlannedDuration = null,
            TotalOperations = null,
            Offered = operations.Sum(operation => operation.EndedCount),
            Ended = new Dictionary<OutcomeKind, long>(),
            EndedInAll = new Dictionary<OutcomeKind, long>(),
            InFlight = 3,
            LateStarts = 1,
            ReadUnits = 0,
            WriteUnits = 0,
            Latencies = operations[0].SuccessLatencies!,
            Lateness = Latencies(operationsPerInterval * Operations.Length, 1, ref draw),
            Operations = operations,
            ProcessorShare = 0.125,
        };
    }

    private OperationInterval Operation(string name, ref ulong draw) => new()
    {
        Name = name,
        Ended = [(Category.All[Category.Success], operationsPerInterval)],
        ThrottledAttempts = [],
        Attempts = operationsPerInterval,
        Units = new ConsumedUnits(0, operationsPerInterval),
        Latencies = [(OutcomeKind.Success, new LatencyInterval(Latencies(operationsPerInterval, 800, ref draw), Latencies(operationsPerInterval, 700, ref draw)))],
    };

    // Half of them within twice the least, one in a hundred up to a hundred times as long.
    private static HistogramBase Latencies(int count, long least, ref ulong draw)
    {
        var histogram = LatencyRecorder.NewHistogram();
        for (var i = 0; i < count; i++)
        {
            var bits = SplitMix.Mix(draw += SplitMix.Step);
            var spread = (bits & 0xffff) / 65536.0;
            var isInTail = (bits >> 32) % 100 == 0;
            histogram.RecordValue((long)(least * (1 + (isInTail ? 100 : 2) * spread * spread)));
        }

        return histogram;
    }
}
