using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Reporting;
using LoadTest.Operations;
using LoadTest.Wire;
using LoadStage = LoadTest.Engine.Planning.Stage;

namespace LoadTest.Tests.Wire;

/// <summary>What the report says, held against what the server itself saw: when each answer left, and when each operation was to start.</summary>
[Category("Slow")]
public sealed partial class TruthTests
{
    private const double Rate = 500;

    // Milliseconds that a busy test machine may put between the server's send and the client's receipt.
    private const double Noise = 2;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan StallsAfter = TimeSpan.FromSeconds(3);

    [Test]
    public async Task Response_times_through_a_stall_are_those_of_the_servers_own_log()
    {
        var log = new ServerLog();
        await using var server = RawServer.Start(visitor => ServeAsync(visitor, log));
        var operations = WireLab.Operations();
        var options = WireLab.Options(server.Endpoint) with { RequestTimeout = TimeSpan.FromSeconds(20), ConnectTimeout = TimeSpan.FromSeconds(20) };
        var lanes = (int)(Rate * Stall.TotalSeconds) + 200;
        await using var client = await WireClient.OpenAsync(
            options, new Amazon.Runtime.BasicAWSCredentials("key", "secret"), operations, lanes, TimeProvider.System, CancellationToken.None);
        var target = new LoggedTarget(new TableTarget(Workloads(), operations, client.OpenSender, beginsAtOnce: true), log);
        var plan = new LoadPlan { Load = new Load.Open([LoadStage.Hold(Rate, Length)], lanes), MaxDuration = TimeSpan.FromMinutes(1) };

        var result = await new LoadRun(plan, target, TimeProvider.System).ExecuteAsync([], CancellationToken.None, CancellationToken.None);

        var truth = LatencySummary.Of(log.ResponseTimes());
        var said = result.Operations[0].ResponseTime;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((result.Attempted, result.Succeeded), Is.EqualTo(((long)(Rate * Length.TotalSeconds), (long)(Rate * Length.TotalSeconds))));
            Assert.That(said.Max, Is.GreaterThan(Stall.TotalMilliseconds - 50), "the stall must show");
            Close(said.P90, truth.P90, "p90");
            Close(said.P95, truth.P95, "p95");
            Close(said.P99, truth.P99, "p99");
            Close(said.P999, truth.P999, "p99.9");
            Close(said.Max, truth.Max, "max");
            // Where the server takes 5 ms, the way back through a busy test machine counts more than a percent.
            Assert.That(said.P50 - truth.P50, Is.InRange(-0.1, Noise), "p50");
        }
    }

    private static void Close(double said, double truth, string what) =>
        Assert.That(said, Is.EqualTo(truth).Within(truth * 0.01 + Noise), what);

    private static async Task ServeAsync(Visitor visitor, ServerLog log)
    {
        while (await visitor.ReadRequestAsync())
        {
            var ordinal = OrdinalPattern().Match(visitor.LastRequest) is { Success: true } match
                ? long.Parse(match.Groups["ordinal"].Value, CultureInfo.InvariantCulture)
                : -1;
            await Task.Delay(5);
            if (ordinal >= 0) await log.WaitOutStallAsync();
            if (ordinal >= 0) log.Left(ordinal);
            await visitor.SendAsync(RawServer.Http(RawServer.PutAnswer));
        }
    }

    private static Dictionary<Phase, Workload> Workloads() => Enum.GetValues<Phase>().ToDictionary(phase => phase, _ => new Workload(
        new WorkloadPlan
        {
            Pattern = new OperationPattern(new OperationMix([new OperationWeight(OperationKind.Put, 1)])),
            Seed = 1,
            Patience = TimeSpan.FromSeconds(5),
        },
        new WriteLedger()));

    [GeneratedRegex("run#(?<ordinal>[0-9]{12})", RegexOptions.NonBacktracking)]
    private static partial Regex OrdinalPattern();

    private sealed class ServerLog
    {
        private readonly ConcurrentDictionary<long, long> _intended = new();
        private readonly ConcurrentDictionary<long, long> _left = new();
        private long _firstStart = long.MaxValue;

        public RunClock? Clock { get; set; }

        public void Intended(Ticket ticket)
        {
            _intended[ticket.Index] = ticket.IntendedStart;
            if (ticket.Index == 0) Volatile.Write(ref _firstStart, ticket.IntendedStart);
        }

        public void Left(long ordinal) => _left[ordinal] = Clock!.Now;

        public async Task WaitOutStallAsync()
        {
            var since = RunClock.Duration(Clock!.Now - Volatile.Read(ref _firstStart));
            if (since >= StallsAfter && since < StallsAfter + Stall) await Task.Delay(StallsAfter + Stall - since);
        }

        public HdrHistogram.HistogramBase ResponseTimes()
        {
            var times = LoadTest.Engine.Recording.LatencyRecorder.NewHistogram();
            foreach (var (ordinal, left) in _left) times.RecordValue((left - _intended[ordinal] + 500) / 1000);
            return times;
        }
    }

    // Writes down when each operation was meant to start, and passes everything on.
    private sealed class LoggedTarget(ILoadTarget inner, ServerLog log) : ILoadTarget
    {
        public IReadOnlyList<string> Operations => inner.Operations;

        public IReadOnlyList<OutcomeCategory> Categories => inner.Categories;

        public bool BeginsAtOnce => inner.BeginsAtOnce;

        public ILane OpenLane(int number, RunClock clock)
        {
            log.Clock = clock;
            return new LoggedLane(inner.OpenLane(number, clock), log);
        }
    }

    private sealed class LoggedLane(ILane inner, ServerLog log) : ILane
    {
        public ValueTask<Outcome> PerformAsync(Ticket ticket, CancellationToken abort)
        {
            log.Intended(ticket);
            return inner.PerformAsync(ticket, abort);
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
