using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TestSupport.Moto;

/// <summary>moto's server with its CloudFormation repaired (tests/moto), on a free port of the loopback; ended when disposed.</summary>
public sealed class MotoServer : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private MotoServer(Process process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>How a user gets it.</summary>
    public static string HowToGet => "moto is missing: pip install 'moto[server]==5.2.1'";

    /// <summary>Starts the server with more environment variables; null when Python or moto is not installed.</summary>
    public static async Task<MotoServer?> StartAsync(CancellationToken cancel, params IEnumerable<(string Name, string Value)> variables)
    {
        if (!await HasMotoAsync(cancel)) return null;
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        var process = Start(variables, "python3", RepositoryRoot.Combine("tests", "moto", "moto_repaired.py"), "-H", "127.0.0.1", "-p", port, "--until-input-ends");
        // What it says is read all the time, or it would stop at a full pipe.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new MotoServer(process, new Uri($"http://127.0.0.1:{port}/"));
        try
        {
            await server.WaitUntilItAnswersAsync(cancel);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Forgets everything that was made.</summary>
    public async Task ResetAsync()
    {
        using var client = new HttpClient();
        using var answer = await client.PostAsync(new Uri(Endpoint, "moto-api/reset"), content: null);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> HasMotoAsync(CancellationToken cancel)
    {
        try
        {
            using var probe = Start([], "python3", "-c", "import moto.server, flask");
            await probe.WaitForExitAsync(cancel);
            return probe.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static Process Start(IEnumerable<(string Name, string Value)> variables, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitUntilItAnswersAsync(CancellationToken cancel)
    {
        using var client = new HttpClient();
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(Endpoint, "moto-api/data.json"), cancel);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) when (!_process.HasExited && Stopwatch.GetElapsedTime(started) < StartsWithin)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
            }
        }
    }
}
