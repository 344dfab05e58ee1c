using System.Diagnostics;
using LoadTest.Configuration.Problems;
using LoadTest.Wire;

namespace LoadTest.Local;

/// <summary>
/// The embedded server, run as a process of its own: its work is then not counted as the client's, and its garbage collector never
/// pauses a measurement. It ends when the pipe to it closes, so it cannot outlive this process, whatever ends that.
/// </summary>
public sealed class LocalServerProcess : IAsyncDisposable
{
    /// <summary>What the server prints in front of its address, on its first line.</summary>
    public const string AddressMark = "listening on ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process _process;

    private LocalServerProcess(Process process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    /// <summary>The server's address.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts the server on a free port and waits until it listens.</summary>
    /// <param name="arguments">Flags for the server: capacity and faults.</param>
    /// <param name="stop">Gives the start up.</param>
    /// <exception cref="ProblemException">It did not start.</exception>
    public static async Task<LocalServerProcess> StartAsync(IEnumerable<string> arguments, CancellationToken stop)
    {
        var process = Process.Start(StartInfo(arguments)) ?? throw NotStarted("no process could be started");
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(stop).AsTask().WaitAsync(Patience, stop);
            var at = line?.IndexOf(AddressMark, StringComparison.Ordinal) ?? -1;
            if (at < 0) throw NotStarted((line + await process.StandardError.ReadToEndAsync(stop)).Trim());
            // Nothing more is read of what it prints: it is told not to.
            return new LocalServerProcess(process, new Uri(line![(at + AddressMark.Length)..].Trim()));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Ends the server.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (TimeoutException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    // The program starts itself again: as an executable, or through the dotnet host when it was started by that.
    private static ProcessStartInfo StartInfo(IEnumerable<string> arguments)
    {
        var self = Environment.ProcessPath ?? throw NotStarted("the program does not know its own path");
        var isHost = Path.GetFileNameWithoutExtension(self).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] program = isHost ? [Environment.GetCommandLineArgs()[0]] : [];
        var info = new ProcessStartInfo(self, [.. program, "local-dynamo", "--port=0", "--until-input-ends", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // This process's own tuning of its sockets is nothing to a server.
        info.Environment.Remove(SocketTuning.ThreadCount);
        return info;
    }

    private static ProblemException NotStarted(string why) => new(new Problem(
        ErrorCodes.LocalServerNotStarted, $"the local server did not start: {why}", null,
        "start one by itself with ./build.sh --target=LocalDynamo --port=8000, and give its address with --endpoint-url"));
}
