using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using HdrHistogram;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Items;
using LoadStage = LoadTest.Engine.Planning.Stage;

namespace LoadTest.Tests.Wire;

/// <summary>Whole loads against a server that mistreats each request in its own way: every operation is counted once, and where it belongs.</summary>
public sealed class HostileLoadTests
{
    private const int Operations = 1_500;
    private const int Lanes = 48;
    private const string Endless = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1.5);
    private static readonly string Good = RawServer.Http(RawServer.PutAnswer);
    private static readonly string Chunk = "10000\r\n" + new string(' ', 0x10000) + "\r\n";

    // What is done with a request, and the category that its operation must end in. The costly ones, which end in a timeout, come seldom.
    private static readonly (string Category, Func<Visitor, Task<bool>> Act)[] Treatments =
    [
        ("success", Saying(Good)),
        ("success", SayingInPieces(Good, 7, pause: 0)),
        ("success", Saying(Good + Good)),
        ("success", Saying($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{RawServer.PutAnswer[..5]}\r\n{RawServer.PutAnswer.Length - 5:X}\r\n{RawServer.PutAnswer[5..]}\r\n0\r\n\r\n")),
        ("success", Saying("HTTP/1.1 100 Continue\r\n\r\n" + Good)),
        ("success", Saying(RawServer.Http(RawServer.PutAnswer, headers: "Connection: close\r\n"), thenCloses: true)),
        ("throttled-table-write-key-range", Saying(RawServer.Http("""{"__type":"x#ThrottlingException","throttlingReasons":[{"reason":"TableWriteKeyRangeThroughputExceeded"}]}""", 400))),
        ("server-fault", Saying(RawServer.Http("""{"__type":"x#InternalServerError"}""", 500))),
        ("conditional-check-unexpected", Saying(RawServer.Http("""{"__type":"x#ConditionalCheckFailedException"}""", 400))),
        ("reset", Saying("", thenCloses: true)),
        ("reset", Saying("HTTP/1.1 200 OK\r\nContent-Le", thenCloses: true)),
        ("reset", Saying(Good[..^9], thenCloses: true)),
        ("reset", Resetting(Good[..^9])),
        ("protocol", Saying("\u0001\u0002\u0003 not HTTP")),
        ("protocol", Saying("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n" + RawServer.PutAnswer)),
        ("protocol", SayingForEver("HTTP/1.1 200 OK\r\n", "X-Header: x\r\n")),
        ("protocol", SayingForEver(Endless, Chunk)),
        ("timeout-first-byte", Saying("")),
        ("timeout-body", Saying("HTTP/1.1 200 OK\r\nContent-Length: 700\r\n\r\n" + RawServer.PutAnswer)),
        ("timeout-body", SayingInPieces(Good, 1, pause: 1000)),
    ];

    [Test]
    public Task A_closed_load_counts_every_operation_once_where_it_belongs() =>
        CountsAsync(new Load.Closed(Lanes, Operations, null, 80), certificate: null);

    [Test]
    public Task An_open_load_counts_every_operation_once_where_it_belongs() =>
        CountsAsync(new Load.Open([LoadStage.Hold(Operations / 2.0, TimeSpan.FromSeconds(2))], Lanes), certificate: null);

    [Test]
    public async Task A_load_over_TLS_counts_every_operation_once_where_it_belongs()
    {
        using var certificate = TestCertificate.Make("localhost");
        await CountsAsync(new Load.Closed(Lanes, Operations, null, 80), certificate);
    }

    [Test]
    public async Task A_certificate_that_nobody_trusts_fails_each_operation_and_sends_none()
    {
        using var certificate = TestCertificate.Make("localhost");
        await using var server = RawServer.Treating(Saying(Good), certificate);
        var options = WireLab.Options(new Uri($"https://localhost:{server.Port}")) with { ConnectTimeout = TimeSpan.FromSeconds(10) };
        var result = await new EngineLab(options).RunAsync(new Load.Closed(4, 40, null, 100));
        Assert.That(EngineLab.Categories(result), Is.EqualTo(new Dictionary<string, long> { ["tls"] = 40 }));
        Assert.That((result.Operations[0].Attempts, server.Requests.Count), Is.EqualTo((0L, 0)));
    }

    [Test]
    public async Task Endless_answers_cost_no_more_memory_than_their_limit()
    {
        const int operations = 200;
        await using var server = RawServer.Treating(SayingForEver(Endless, Chunk));
        var options = WireLab.Options(server.Endpoint) with { RequestTimeout = TimeSpan.FromSeconds(20) };
        var result = await new EngineLab(options) { Interval = TimeSpan.FromMinutes(1) }.RunAsync(new Load.Closed(8, operations, null, 100));
        Assert.That(EngineLab.Categories(result), Is.EqualTo(new Dictionary<string, long> { ["protocol"] = operations }));
        // Each is taken to its limit of a megabyte, in memory that is used again.
        Assert.That(result.Client.AllocatedBytes, Is.LessThan(operations * ResponseBytes / 4));
    }

    private static long ResponseBytes => LoadTest.Wire.Http.ResponseLimits.Default.BodyBytes;

    private static async Task CountsAsync(Load load, X509Certificate2? certificate)
    {
        var seen = new ConcurrentDictionary<long, int>();
        Func<Visitor, Task<bool>> treat = visitor =>
        {
            // Before the load the client asks for the server's time.
            if (visitor.LastOrdinal < 0) return Saying(Good)(visitor);
            seen.AddOrUpdate(visitor.LastOrdinal, 1, (_, count) => count + 1);
            return Treatments[TreatmentOf(visitor.LastOrdinal)].Act(visitor);
        };
        await using var server = RawServer.Treating(treat, certificate);
        var endpoint = certificate is null ? server.Endpoint : new Uri($"https://localhost:{server.Port}");
        var options = WireLab.Options(endpoint) with
        {
            ConnectTimeout = TimeSpan.FromSeconds(20),
            RequestTimeout = Timeout,
            TrustedRoots = certificate is null ? null : [certificate],
        };
        var intervals = new Ended();

        var result = await new EngineLab(options).RunAsync(load, intervals);

        var expected = Enumerable.Range(0, Operations).GroupBy(ordinal => Treatments[TreatmentOf(ordinal)].Category)
            .ToDictionary(group => group.Key, group => (long)group.Count());
        var latencies = result.Operations[0].Latencies.Values;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(EngineLab.Categories(result).OrderBy(pair => pair.Key), Is.EqualTo(expected.OrderBy(pair => pair.Key)));
            Assert.That(seen.OrderBy(pair => pair.Key), Is.EqualTo(Enumerable.Range(0, Operations).Select(ordinal => new KeyValuePair<long, int>(ordinal, 1))), "each was sent once");
            Assert.That((result.Attempted, result.Operations[0].Attempts, intervals.Count), Is.EqualTo(((long)Operations, (long)Operations, (long)Operations)));
            Assert.That(latencies.Sum(pair => pair.Response.TotalCount), Is.EqualTo(Operations));
            Assert.That(latencies.Max(pair => pair.Service.GetMaxValue()) / 1e6, Is.InRange(Timeout.TotalSeconds, Timeout.TotalSeconds + 1), "nothing hangs past its timeout");
        }
    }

    // A timeout for one in forty, and every other treatment equally often.
    private static int TreatmentOf(long ordinal)
    {
        const int slow = 3;
        var draw = SplitMix.Bits(3, ordinal);
        return SplitMix.Below(40, draw) == 0
            ? Treatments.Length - slow + (int)SplitMix.Below(slow, SplitMix.Bits(4, ordinal))
            : (int)SplitMix.Below(Treatments.Length - slow, SplitMix.Bits(5, ordinal));
    }

    private static Func<Visitor, Task<bool>> Saying(string answer, bool thenCloses = false) => async visitor =>
    {
        await visitor.SendAsync(answer);
        return !thenCloses;
    };

    private static Func<Visitor, Task<bool>> SayingInPieces(string answer, int length, int pause) => async visitor =>
    {
        foreach (var piece in answer.Chunk(length))
        {
            await visitor.SendAsync(new string(piece));
            if (pause > 0) await Task.Delay(pause);
        }

        return true;
    };

    private static Func<Visitor, Task<bool>> SayingForEver(string beginning, string again)
    {
        var bytes = Encoding.ASCII.GetBytes(again);
        return async visitor =>
        {
            await visitor.SendAsync(beginning);
            while (true) await visitor.Stream.WriteAsync(bytes);
        };
    }

    private static Func<Visitor, Task<bool>> Resetting(string answer) => async visitor =>
    {
        await visitor.SendAsync(answer);
        visitor.Reset();
        return false;
    };

    private sealed class Ended : IRunObserver
    {
        public long Count { get; private set; }

        public void OnStart(RunStart start)
        {
        }

        public void OnInterval(IntervalReport interval) => Count += interval.EndedCount;
    }
}
