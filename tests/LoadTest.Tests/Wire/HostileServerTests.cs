using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LoadTest.Wire;

namespace LoadTest.Tests.Wire;

public sealed class HostileServerTests
{
    private const string Throttle = """
        {"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException","message":"m","ThrottlingReasons":[{"reason":"TableWriteProvisionedThroughputExceeded","resource":"arn"}]}
        """;

    private static readonly string Good = RawServer.Http(RawServer.PutAnswer);

    private static IEnumerable<TestCaseData> Answers()
    {
        yield return Case("an error with its reason", RawServer.Http(Throttle, 400), "throttled-table-write-provisioned");
        yield return Case("a page in place of JSON", RawServer.Http("<html>no</html>", 502), "server-fault");
        yield return Case("a denial in XML", RawServer.Http("<Error/>", 403), "authorization");
        yield return Case("an error without a type", RawServer.Http("", 400), "protocol");
        yield return Case("an item that is too large", RawServer.Http("""{"__type":"a#ValidationException","message":"Item size has exceeded the maximum allowed size"}""", 400), "item-too-large");
        yield return Case("chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1;x=y\r\n}\r\n0\r\nTrailer: t\r\n\r\n", "success");
        yield return Case("100 Continue first", "HTTP/1.1 100 Continue\r\n\r\n" + Good, "success");
        yield return Case("102 and 103 first", "HTTP/1.1 102 P\r\n\r\nHTTP/1.1 103 Hints\r\nLink: x\r\n\r\n" + Good, "success");
        yield return Case("garbage", "\0\u0001\u0002 hello, this is not HTTP", "protocol");
        yield return Case("another protocol", "SSH-2.0-OpenSSH_9.2\r\n", "protocol");
        yield return Case("no length", "HTTP/1.1 200 OK\r\n\r\n{}", "protocol");
        yield return Case("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}", "protocol");
        yield return Case("a length and chunks", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}", "protocol");
        yield return Case("a negative length", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "protocol");
        yield return Case("an immense length", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", "protocol");
        yield return Case("an immense chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n", "protocol");
        yield return Case("a chunk without a size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "protocol");
        yield return Case("a length that is too short", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n" + RawServer.PutAnswer, "protocol");
        yield return Case("a length that is too long", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + RawServer.PutAnswer, "timeout-body");
        yield return Case("half a head", "HTTP/1.1 200 OK\r\nContent-Len", "timeout-body");
        yield return Case("a success that is no JSON", RawServer.Http("ok"), "protocol");
        yield return Case("two answers to one request", Good + Good, "success");
        yield return Case("a compressed answer", RawServer.Http("\u001f\u008b\b\0", headers: "Content-Encoding: gzip\r\n"), "protocol");
        yield return Case("nothing", "", "timeout-first-byte");
    }

    [TestCaseSource(nameof(Answers))]
    public async Task An_answer_falls_into_its_category(string answer, string category)
    {
        await using var server = RawServer.Answering(answer);
        await using var lab = await WireLab.OpenAsync(server.Endpoint);
        var watch = Stopwatch.StartNew();
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo(category));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(1.5)));
    }

    [TestCaseSource(nameof(Answers))]
    public async Task The_next_operation_never_sees_what_was_left_of_an_answer(string answer, string category)
    {
        var isFirst = 1;
        await using var server = RawServer.Start(async visitor =>
        {
            while (await visitor.ReadRequestAsync()) await visitor.SendAsync(Interlocked.Exchange(ref isFirst, 0) == 1 ? answer : Good);
        });
        await using var lab = await WireLab.OpenAsync(server.Endpoint);
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo(category));
        var next = await lab.PutAsync();
        Assert.That((WireLab.Name(next), next.WriteUnits), Is.EqualTo(("success", 2.0)));
    }

    [Test]
    public async Task A_head_without_end_is_given_up_at_the_limit()
    {
        await using var server = RawServer.Start(async visitor =>
        {
            await visitor.ReadRequestAsync();
            await visitor.SendAsync("HTTP/1.1 200 OK\r\n");
            for (var i = 0; i < 100_000; i++) await visitor.SendAsync($"X-{i}: {i}\r\n");
        });
        await using var lab = await WireLab.OpenAsync(Patient(server), connections: 0);
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("protocol"));
    }

    [Test]
    public async Task A_body_without_end_is_given_up_at_the_limit()
    {
        var chunk = "10000\r\n" + new string(' ', 0x10000) + "\r\n";
        await using var server = RawServer.Start(async visitor =>
        {
            await visitor.ReadRequestAsync();
            await visitor.SendAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (var i = 0; i < 1000; i++) await visitor.SendAsync(chunk);
        });
        await using var lab = await WireLab.OpenAsync(Patient(server), connections: 0);
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("protocol"));
    }

    [Test]
    public async Task Interim_answers_without_end_are_given_up_at_the_limit()
    {
        await using var server = RawServer.Start(async visitor =>
        {
            await visitor.ReadRequestAsync();
            for (var i = 0; i < 10_000; i++)
            {
                await visitor.SendAsync("HTTP/1.1 100 Continue\r\n\r\n");
                await Task.Yield();
            }
        });
        await using var lab = await WireLab.OpenAsync(Patient(server), connections: 0);
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("protocol"));
    }

    [Test]
    public async Task Bytes_that_come_one_by_one_make_an_answer()
    {
        await using var server = RawServer.Start(async visitor =>
        {
            await visitor.ReadRequestAsync();
            visitor.Socket.NoDelay = true;
            foreach (var letter in Good) await visitor.SendAsync(letter.ToString());
        });
        await using var lab = await WireLab.OpenAsync(server.Endpoint);
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("success"));
    }

    [Test]
    public async Task A_byte_now_and_then_does_not_put_the_timeout_off()
    {
        await using var server = RawServer.Start(async visitor =>
        {
            await visitor.ReadRequestAsync();
            foreach (var letter in Good)
            {
                await visitor.SendAsync(letter.ToString());
                await Task.Delay(100);
            }
        });
        await using var lab = await WireLab.OpenAsync(server.Endpoint);
        var watch = Stopwatch.StartNew();
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("timeout-body"));
        Assert.That(watch.Elapsed.TotalSeconds, Is.InRange(0.38, 1.0));
    }

    [TestCase(0, TestName = "A_close_before_the_answer_is_a_reset")]
    [TestCase(10, TestName = "A_close_in_the_head_is_a_reset")]
    [TestCase(120, TestName = "A_close_in_the_body_is_a_reset")]
    public async Task A_close_is_a_reset(int sent)
    {
        await using var server = RawServer.Start(async visitor =>
        {
            await visitor.ReadRequestAsync();
            await visitor.SendAsync(Good[..sent]);
        });
        await using var lab = await WireLab.OpenAsync(server.Endpoint);
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("reset"));
    }

    [Test]
    public async Task A_reset_in_the_body_is_a_reset()
    {
        await using var server = RawServer.Start(async visitor =>
        {
            await visitor.ReadRequestAsync();
            await visitor.SendAsync(Good[..^5]);
            await Task.Delay(20);
            visitor.Reset();
        });
        await using var lab = await WireLab.OpenAsync(server.Endpoint);
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("reset"));
    }

    [Test]
    public async Task An_answer_that_comes_before_the_request_was_read_counts()
    {
        await using var server = RawServer.Start(async visitor =>
        {
            await visitor.SendAsync(RawServer.Http("""{"__type":"x#ThrottlingException"}""", 400));
            await visitor.ReadRequestAsync();
        });
        await using var lab = await WireLab.OpenAsync(server.Endpoint);
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("throttled"));
    }

    [Test]
    public async Task Nobody_who_listens_is_a_failed_connection_and_no_attempt()
    {
        Uri endpoint;
        await using (var gone = RawServer.Answering(Good)) endpoint = gone.Endpoint;
        await using var lab = await WireLab.OpenAsync(endpoint);
        var answer = await lab.PutAsync();
        Assert.That((WireLab.Name(answer), answer.Attempts), Is.EqualTo(("connect", 0)));
    }

    [Test]
    public async Task A_name_that_is_none_is_a_failed_connection()
    {
        await using var lab = await WireLab.OpenAsync(new Uri("http://no-such-host.invalid:1"));
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("connect").Or.EqualTo("timeout-connect"));
    }

    [Test]
    public async Task A_server_that_accepts_nobody_is_a_timeout_of_the_connection()
    {
        // A listener whose queue is full lets further handshakes wait for ever (Linux).
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        var address = (IPEndPoint)listener.LocalEndPoint!;
        using var first = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await first.ConnectAsync(address);
        using var second = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _ = second.ConnectAsync(address);
        await Task.Delay(50);
        await using var lab = await WireLab.OpenAsync(new Uri($"http://127.0.0.1:{address.Port}"));
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("timeout-connect"));
    }

    [Test]
    public async Task An_abort_ends_what_is_under_way_and_everything_after_it()
    {
        await using var server = RawServer.Start(async visitor =>
        {
            await visitor.ReadRequestAsync();
            await visitor.ReadRequestAsync();
        });
        await using var lab = await WireLab.OpenAsync(Patient(server), connections: 0);
        using var abort = new CancellationTokenSource(100);
        var watch = Stopwatch.StartNew();
        Assert.That(await lab.CategoryOfPutAsync(abort.Token), Is.EqualTo("cancelled"));
        Assert.That(await lab.CategoryOfPutAsync(abort.Token), Is.EqualTo("cancelled"));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
    }

    // For what must end by another limit than that of time.
    private static WireOptions Patient(RawServer server) => WireLab.Options(server.Endpoint) with { RequestTimeout = TimeSpan.FromSeconds(30) };

    private static TestCaseData Case(string name, string answer, string category) =>
        new TestCaseData(answer, category).SetArgDisplayNames(name);
}
