using System.Diagnostics;
using System.Net.Security;
using System.Text;

namespace LoadTest.Tests.Wire;

public sealed class WireSenderTests
{
    [Test]
    public async Task A_connection_carries_one_request_after_another()
    {
        await using var server = RawServer.Answering(RawServer.Http(RawServer.PutAnswer));
        await using var lab = await WireLab.OpenAsync(server.Endpoint);
        for (var i = 0; i < 20; i++)
        {
            var answer = await lab.PutAsync(i);
            Assert.That((WireLab.Name(answer), answer.Attempts, answer.WriteUnits), Is.EqualTo(("success", 1, 2.0)));
        }

        Assert.That((server.Connections, server.Requests.Count), Is.EqualTo((1, 20)));
    }

    [Test]
    public async Task A_read_tells_whether_it_found_its_item()
    {
        await using var server = RawServer.Start(async visitor =>
        {
            await visitor.ReadRequestAsync();
            await visitor.SendAsync(RawServer.Http("""{"ConsumedCapacity":{"CapacityUnits":0.5},"Item":{"pk":{"S":"a"}}}"""));
            await visitor.ReadRequestAsync();
            await visitor.SendAsync(RawServer.Http("""{"ConsumedCapacity":{"CapacityUnits":1.0}}"""));
        });
        await using var lab = await WireLab.OpenAsync(server.Endpoint);
        var found = await lab.GetAsync();
        var missing = await lab.GetAsync();
        Assert.That((found.ItemFound, found.ReadUnits, missing.ItemFound, missing.ReadUnits), Is.EqualTo((true, 0.5, false, 1.0)));
    }

    [Test]
    public async Task A_server_that_closes_after_each_answer_gets_a_new_connection_each_time()
    {
        await using var server = RawServer.Start(async visitor =>
        {
            await visitor.ReadRequestAsync();
            await visitor.SendAsync(RawServer.Http(RawServer.PutAnswer, headers: "Connection: close\r\n"));
        });
        await using var lab = await WireLab.OpenAsync(server.Endpoint);
        for (var i = 0; i < 3; i++) Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("success"));
        Assert.That(server.Connections, Is.EqualTo(3));
    }

    [Test]
    public async Task A_connection_that_the_server_closed_while_it_rested_costs_no_operation()
    {
        await using var server = RawServer.Start(async visitor =>
        {
            await visitor.ReadRequestAsync();
            await visitor.SendAsync(RawServer.Http(RawServer.PutAnswer));
        });
        await using var lab = await WireLab.OpenAsync(server.Endpoint);
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("success"));
        await Task.Delay(700);
        var answer = await lab.PutAsync();
        Assert.That((WireLab.Name(answer), answer.Attempts, server.Connections), Is.EqualTo(("success", 1, 2)));
    }

    [Test]
    public async Task Each_lane_finds_its_connection_open()
    {
        await using var server = RawServer.Answering(RawServer.Http(RawServer.PutAnswer));
        await using var lab = await WireLab.OpenAsync(WireLab.Options(server.Endpoint), connections: 10);
        Assert.That(() => server.Connections, Is.EqualTo(10).After(1000, 10));
        await lab.PutAsync();
        Assert.That(server.Connections, Is.EqualTo(10));
    }

    [Test]
    public async Task The_service_time_starts_when_the_connection_is_there()
    {
        var (opening, answering) = (TimeSpan.Zero, TimeSpan.Zero);
        using var certificate = TestCertificate.Make("localhost");
        await using var server = RawServer.Start(async visitor =>
        {
            opening = await PauseAsync();
            await using var tls = new SslStream(visitor.Stream);
            await tls.AuthenticateAsServerAsync(certificate);
            var secured = visitor.Over(tls);
            await secured.ReadRequestAsync();
            answering = await PauseAsync();
            await secured.SendAsync(RawServer.Http(RawServer.PutAnswer));
        });
        var options = WireLab.Options(new Uri($"https://localhost:{server.Port}")) with { TrustedRoots = [certificate], ConnectTimeout = TimeSpan.FromSeconds(2) };
        await using var lab = await WireLab.OpenAsync(options with { RequestTimeout = TimeSpan.FromSeconds(2) }, connections: 0);

        var watch = Stopwatch.StartNew();
        var answer = await lab.PutAsync();
        var whole = watch.Elapsed.TotalNanoseconds;

        Assert.That(WireLab.Name(answer), Is.EqualTo("success"));
        Assert.That(answer.End - answer.ServiceStart, Is.InRange(answering.TotalNanoseconds, whole - opening.TotalNanoseconds));
    }

    [Test]
    public async Task A_large_item_comes_back_whole_and_its_memory_is_given_back()
    {
        var item = new string('x', 400_000);
        await using var server = RawServer.Answering(RawServer.Http($$$"""{"Item":{"pk":{"S":"{{{item}}}"}},"ConsumedCapacity":{"CapacityUnits":98.0}}"""));
        await using var lab = await WireLab.OpenAsync(server.Endpoint);
        for (var i = 0; i < 3; i++)
        {
            var answer = await lab.GetAsync();
            Assert.That((WireLab.Name(answer), answer.ItemFound, answer.ReadUnits), Is.EqualTo(("success", true, 98.0)));
        }

        Assert.That(server.Connections, Is.EqualTo(1));
    }

    [Test]
    public async Task A_request_has_the_form_that_DynamoDB_asks_for()
    {
        await using var server = RawServer.Answering(RawServer.Http(RawServer.PutAnswer));
        await using var lab = await WireLab.OpenAsync(server.Endpoint);
        await lab.PutAsync(42);
        var (head, body) = Parts(server.Requests.Single());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(head, Does.StartWith("POST / HTTP/1.1\r\n"));
            Assert.That(head, Does.Contain($"\r\nhost: 127.0.0.1:{server.Port}\r\n"));
            Assert.That(head, Does.Contain("\r\ncontent-type: application/x-amz-json-1.0\r\n"));
            Assert.That(head, Does.Contain("\r\nx-amz-target: DynamoDB_20120810.PutItem\r\n"));
            Assert.That(head, Does.Match("\r\nauthorization: AWS4-HMAC-SHA256 Credential=key/[0-9]{8}/us-east-1/dynamodb/aws4_request, SignedHeaders=[a-z0-9;-]+, Signature=[0-9a-f]{64}\r\n"));
            Assert.That(head, Does.EndWith($"\r\ncontent-length: {Encoding.UTF8.GetByteCount(body)}"));
            Assert.That(body, Does.StartWith("""{"TableName":"items","Item":{"pk":{"S":"run#000000000042"},"payload":{"S":"""));
        }
    }

    // A timer may end some milliseconds early, so what it took is measured.
    private static async Task<TimeSpan> PauseAsync()
    {
        var watch = Stopwatch.StartNew();
        await Task.Delay(100);
        return watch.Elapsed;
    }

    private static (string Head, string Body) Parts(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (request[..end], request[(end + 4)..]);
    }
}
