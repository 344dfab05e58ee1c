using System.Security.Cryptography.X509Certificates;
using LoadTest.Wire;

namespace LoadTest.Tests.Wire;

public sealed class TlsTests
{
    private static readonly string Good = RawServer.Http(RawServer.PutAnswer);

    [Test]
    public async Task A_trusted_server_is_talked_to_over_one_connection()
    {
        using var certificate = TestCertificate.Make("localhost");
        await using var server = Serving(certificate);
        await using var lab = await WireLab.OpenAsync(Options(server, certificate), connections: 1);
        for (var i = 0; i < 5; i++) Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("success"));
        Assert.That(server.Connections, Is.EqualTo(1));
    }

    [Test]
    public async Task A_certificate_that_nobody_trusts_is_refused()
    {
        using var certificate = TestCertificate.Make("localhost");
        await using var server = Serving(certificate);
        await using var lab = await WireLab.OpenAsync(Options(server, certificate) with { TrustedRoots = null }, connections: 0);
        var answer = await lab.PutAsync();
        Assert.That((WireLab.Name(answer), answer.Attempts, server.Requests.Count), Is.EqualTo(("tls", 0, 0)));
    }

    [Test]
    public async Task A_certificate_for_another_name_is_refused()
    {
        using var certificate = TestCertificate.Make("elsewhere.example");
        await using var server = Serving(certificate);
        await using var lab = await WireLab.OpenAsync(Options(server, certificate), connections: 0);
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("tls"));
    }

    [Test]
    public async Task An_expired_certificate_is_refused()
    {
        using var certificate = TestCertificate.Make("localhost", validDays: -1);
        await using var server = Serving(certificate);
        await using var lab = await WireLab.OpenAsync(Options(server, certificate), connections: 0);
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("tls"));
    }

    [Test]
    public async Task A_server_without_TLS_fails_the_handshake()
    {
        await using var server = RawServer.Start(async visitor => await visitor.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n"));
        await using var lab = await WireLab.OpenAsync(WireLab.Options(new Uri($"https://localhost:{server.Port}")), connections: 0);
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("tls"));
    }

    [Test]
    public async Task A_handshake_that_never_ends_is_a_timeout_of_TLS()
    {
        await using var server = RawServer.Start(async visitor => await visitor.ReadRequestAsync());
        await using var lab = await WireLab.OpenAsync(WireLab.Options(new Uri($"https://localhost:{server.Port}")), connections: 0);
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("timeout-tls"));
    }

    [Test]
    public async Task An_answer_that_never_comes_is_a_timeout_over_TLS_too()
    {
        using var certificate = TestCertificate.Make("localhost");
        await using var server = Serving(certificate, answer: "");
        await using var lab = await WireLab.OpenAsync(Options(server, certificate), connections: 0);
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("timeout-first-byte"));
    }

    [Test]
    public async Task A_connection_that_rested_after_its_handshake_is_used()
    {
        using var certificate = TestCertificate.Make("localhost");
        await using var server = Serving(certificate);
        await using var lab = await WireLab.OpenAsync(Options(server, certificate), connections: 1);
        var connections = server.Connections;
        await Task.Delay(700);
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("success"));
        Assert.That(server.Connections, Is.EqualTo(connections));
    }

    private static RawServer Serving(X509Certificate2 certificate, string? answer = null) => RawServer.Treating(
        async visitor =>
        {
            await visitor.SendAsync(answer ?? Good);
            return true;
        },
        certificate);

    private static WireOptions Options(RawServer server, X509Certificate2 certificate) =>
        WireLab.Options(new Uri($"https://localhost:{server.Port}")) with { TrustedRoots = [certificate], ConnectTimeout = TimeSpan.FromSeconds(2) };
}
