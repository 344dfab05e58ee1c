using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace LoadTest.Tests.Wire;

/// <summary>
/// A moto server that checks signatures, with one user who may do everything in DynamoDB. It ends with the test. Tests are ignored where
/// moto is missing.
/// </summary>
internal sealed partial class MotoServer : IAsyncDisposable
{
    // The three calls that make the user; from the fourth on, signatures are checked.
    private const string UncheckedCalls = "3";
    private readonly Process _process;

    private MotoServer(Process process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    public Uri Endpoint { get; }

    public string AccessKey { get; private set; } = "";

    public string SecretKey { get; private set; } = "";

    public static async Task<MotoServer> StartAsync()
    {
        var port = FreePort();
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo("moto_server", ["-H", "127.0.0.1", "-p", port.ToString(System.Globalization.CultureInfo.InvariantCulture)])
            {
                Environment = { ["INITIAL_NO_AUTH_ACTION_COUNT"] = UncheckedCalls },
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.ErrorDataReceived += (_, _) => { };
            process.OutputDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
        }
        catch (System.ComponentModel.Win32Exception) when (Environment.GetEnvironmentVariable("LOADTEST_REQUIRE_ALL") != "true")
        {
            Assert.Ignore("moto_server is not installed: pip install 'moto[server,all]'");
            throw;
        }

        var server = new MotoServer(process, new Uri($"http://127.0.0.1:{port}"));
        try
        {
            await server.MakeUserAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task MakeUserAsync()
    {
        using var http = new HttpClient { BaseAddress = Endpoint };
        await WaitAsync();
        await CallAsync(http, "Action=CreateUser&UserName=tester");
        const string policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"dynamodb:*","Resource":"*"}]}""";
        await CallAsync(http, $"Action=PutUserPolicy&UserName=tester&PolicyName=all&PolicyDocument={Uri.EscapeDataString(policy)}");
        var keys = await CallAsync(http, "Action=CreateAccessKey&UserName=tester");
        AccessKey = KeyPattern().Match(keys).Groups["key"].Value;
        SecretKey = SecretPattern().Match(keys).Groups["secret"].Value;
    }

    private async Task WaitAsync()
    {
        for (var i = 0; i < 300; i++)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, Endpoint.Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }

        Assert.Fail("moto_server did not listen within 30 s");
    }

    private static async Task<string> CallAsync(HttpClient http, string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Content = new StringContent(form + "&Version=2010-05-08", null, "application/x-www-form-urlencoded");
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.IsSuccessStatusCode, Is.True, text);
        return text;
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    [GeneratedRegex("<AccessKeyId>(?<key>[^<]+)</AccessKeyId>", RegexOptions.NonBacktracking)]
    private static partial Regex KeyPattern();

    [GeneratedRegex("<SecretAccessKey>(?<secret>[^<]+)</SecretAccessKey>", RegexOptions.NonBacktracking)]
    private static partial Regex SecretPattern();
}
