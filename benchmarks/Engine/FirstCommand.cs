using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LocalDynamo;

namespace Engine;

/// <summary>
/// How long the program itself takes to its first operation, as a user starts it: a relay in front of LocalDynamo notes when requests and answers pass.
/// What the program asks of the table before the load takes as long as the table lets it, so the time from the first of these requests to the
/// answer to the last one is left out. Prints a load's columns, with milliseconds to the first operation as the only figure.
/// </summary>
internal static class FirstCommand
{
    private static readonly string[] Arguments =
    [
        "run", "--environment=local", "--create-table=true", "--total-items=1", "--concurrency-limit=1", "--warm-up=0s", "--verify=none", "--cleanup-after-test=false",
    ];

    public static async Task<int> RunAsync(Flags flags)
    {
        // The first start is a rehearsal of what is measured with: starting a process and relaying are code that is compiled when it is first used.
        var code = 0;
        foreach (var isRehearsal in new[] { true, false })
        {
            var passed = new Passed();
            (code, var started) = await StartAsync(Path.GetFullPath(flags.Text("program", "dynamodb-load-test")), passed);
            if (code != 0) break;
            if (!isRehearsal) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\t\t\t\t{passed.WithoutTheTable(started).TotalMilliseconds:0.###}"));
        }

        return code;
    }

    private static async Task<(int Code, long Started)> StartAsync(string path, Passed passed)
    {
        await using var server = await LocalDynamoServer.StartAsync(new LocalDynamoOptions(), TimeProvider.System, CancellationToken.None);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var relaying = RelayAllAsync(listener, server.Endpoint, passed);
        var folder = Directory.CreateTempSubdirectory("first-");
        try
        {
            var start = new ProcessStartInfo(path, Arguments)
            {
                UseShellExecute = false,
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["AWS_ENDPOINT_URL_DYNAMODB"] = $"http://{listener.LocalEndpoint}" },
            };
            var started = Stopwatch.GetTimestamp();
            using var program = Process.Start(start)!;
            var error = program.StandardError.ReadToEndAsync();
            await program.StandardOutput.ReadToEndAsync();
            await program.WaitForExitAsync();
            if (program.ExitCode != 0) Console.Error.WriteLine(await error);
            return (program.ExitCode, started);
        }
        finally
        {
            listener.Stop();
            await relaying;
            folder.Delete(recursive: true);
        }
    }

    private static async Task RelayAllAsync(TcpListener listener, Uri server, Passed passed)
    {
        try
        {
            while (true) _ = RelayAsync(await listener.AcceptTcpClientAsync(), server, passed);
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private static async Task RelayAsync(TcpClient client, Uri server, Passed passed)
    {
        using var near = client;
        using var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        try
        {
            await far.ConnectAsync(server.Host, server.Port);
            await Task.WhenAny(CopyAsync(near.GetStream(), far.GetStream(), passed.Request), CopyAsync(far.GetStream(), near.GetStream(), passed.Answer));
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            // One side left; closing both tells the other.
        }
    }

    private static async Task CopyAsync(NetworkStream from, NetworkStream to, Action<string> note)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer) is > 0 and var count)
        {
            note(Encoding.ASCII.GetString(buffer, 0, count));
            await to.WriteAsync(buffer.AsMemory(0, count));
        }
    }

    // The official client asks for what is not the load, and names itself.
    private sealed class Passed
    {
        private readonly Lock _gate = new();
        private long _firstQuestion;
        private long _lastAnswer;
        private long _firstOperation;

        public void Request(string text)
        {
            lock (_gate)
            {
                if (text.Contains("aws-sdk-dotnet", StringComparison.OrdinalIgnoreCase)) _firstQuestion = _firstQuestion == 0 ? Stopwatch.GetTimestamp() : _firstQuestion;
                else if (_firstOperation == 0 && text.Contains("DynamoDB_20120810.PutItem", StringComparison.Ordinal)) _firstOperation = Stopwatch.GetTimestamp();
            }
        }

        public void Answer(string text)
        {
            lock (_gate)
            {
                if (_firstOperation == 0) _lastAnswer = Stopwatch.GetTimestamp();
            }
        }

        public TimeSpan WithoutTheTable(long started) =>
            Stopwatch.GetElapsedTime(started, _firstQuestion) + Stopwatch.GetElapsedTime(_lastAnswer, _firstOperation);
    }
}
