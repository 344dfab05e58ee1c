using System.Diagnostics;
using System.Net.Sockets;

namespace TestSupport;

/// <summary>
/// Amazon's DynamoDB Local. It listens on all interfaces, so it runs in a network namespace of its own that has nothing but a loopback, and
/// is reached through a Unix socket: <see cref="Endpoint"/> is a port on 127.0.0.1 that leads there. Stopping ends it with its namespace.
/// </summary>
public sealed class DynamoDbLocalProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly string _folder;
    private readonly LoopbackRelay _relay;

    private DynamoDbLocalProcess(Process process, string folder, LoopbackRelay relay)
    {
        _process = process;
        _folder = folder;
        _relay = relay;
    }

    /// <summary>Where clients find it.</summary>
    public Uri Endpoint => _relay.Endpoint;

    /// <summary>
    /// Starts a server with empty memory. Ends the test where Java, node, the jar or the right to make a namespace is missing.
    /// </summary>
    public static async Task<DynamoDbLocalProcess> StartAsync()
    {
        var emulator = Peers.DynamoDbLocalFolder;
        var unshare = Peers.Program("unshare");
        foreach (var program in new[] { "java", "node", "ip" }) Peers.Program(program);
        // Unix sockets have short names, so not under the build's folders.
        var folder = Directory.CreateTempSubdirectory("ddb-").FullName;
        var socket = Path.Combine(folder, "s");
        var process = Process.Start(new ProcessStartInfo(unshare)
        {
            ArgumentList =
            {
                "--user", "--map-root-user", "--net", "--pid", "--fork", "--kill-child",
                "sh", RepositoryRoot.Combine("tests", "peers", "dynamodb-local.sh"), emulator, socket,
            },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = new ProcessOutput(process);
        var relay = new LoopbackRelay(socket);
        var server = new DynamoDbLocalProcess(process, folder, relay);
        var deadline = DateTime.UtcNow + StartTime;
        while (!await server.AnswersAsync())
        {
            if (!process.HasExited && DateTime.UtcNow < deadline)
            {
                await Task.Delay(100);
                continue;
            }

            await server.DisposeAsync();
            OutsidePart.Missing(
                $"DynamoDB Local did not start in a network namespace of its own (is unshare allowed here?): {output.Text}");
        }

        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        await _relay.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        try
        {
            using var answer = await client.GetAsync(Endpoint);
            return true;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or SocketException or IOException)
        {
            return false;
        }
    }
}
