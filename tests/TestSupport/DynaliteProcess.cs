using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TestSupport;

/// <summary>Dynalite, another stand-in for DynamoDB, on a free port of 127.0.0.1. It ends when it is disposed.</summary>
public sealed class DynaliteProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private DynaliteProcess(Process process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    /// <summary>Where clients find it.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts a server with empty memory. Ends the test where node or the package is missing.</summary>
    public static async Task<DynaliteProcess> StartAsync()
    {
        var cli = Peers.Package("dynalite", "cli.js");
        var port = FreePort();
        var start = new ProcessStartInfo(Peers.Program("node"))
        {
            ArgumentList = { cli, "--host", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture) },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var milliseconds in new[] { "--createTableMs", "--deleteTableMs", "--updateTableMs" })
        {
            start.ArgumentList.Add(milliseconds);
            start.ArgumentList.Add("10");
        }

        var process = Process.Start(start)!;
        var output = new ProcessOutput(process);
        var server = new DynaliteProcess(process, new UriBuilder("http", "127.0.0.1", port).Uri);
        var deadline = DateTime.UtcNow + StartTime;
        while (!await server.AcceptsAsync(port))
        {
            if (process.HasExited || DateTime.UtcNow > deadline) Assert.Fail($"Dynalite did not start: {output.Text}");
            await Task.Delay(50);
        }

        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> AcceptsAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return !_process.HasExited;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
