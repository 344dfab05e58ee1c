using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TestSupport;

/// <summary>A process under test, with what it wrote so far. It is ended with the test, whatever happens.</summary>
public sealed class StartedProcess : IDisposable
{
    // Only bounds what hangs: on a loaded machine a program of a second can take a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Each process that is listened to keeps threads of the pool, which by itself adds one or two a second: dozens side by side would be heard minutes later.
    private const int LeastThreads = 200;
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    private StartedProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_error, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public string Output => Text(_output);

    public string Error => Text(_error);

    /// <summary>Starts it with an empty standard input.</summary>
    public static StartedProcess Start(string file, IEnumerable<string> arguments, string folder, params (string Name, string? Value)[] variables)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        ThreadPool.GetMinThreads(out var threads, out var ports);
        if (threads < LeastThreads) ThreadPool.SetMinThreads(LeastThreads, ports);
        var started = new StartedProcess(start);
        started._process.StandardInput.Close();
        return started;
    }

    /// <summary>Waits for the end, two minutes where nothing else is said, and gives the exit code.</summary>
    public async Task<int> ExitAsync(TimeSpan? patience = null)
    {
        using var deadline = new CancellationTokenSource(patience ?? Patience);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"The program did not end in time. Until now it wrote:\n{Output}\n{Error}", late);
        }
    }

    /// <summary>Waits until the text stands in the output.</summary>
    /// <exception cref="TimeoutException">It does not come, or the program ended without it.</exception>
    public async Task UntilOutputAsync(string text)
    {
        var started = Stopwatch.GetTimestamp();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            var isOver = _process.HasExited;
            if (isOver) await _process.WaitForExitAsync();
            if (isOver && Output.Contains(text, StringComparison.Ordinal)) return;
            if (isOver || Stopwatch.GetElapsedTime(started) > Patience)
                throw new TimeoutException($"The program {(isOver ? "ended" : "goes on")} without having written '{text}', but:\n{Output}\n{Error}");
            await Task.Delay(20);
        }
    }

    /// <summary>Sends a signal to this process alone.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (text) text.Append(line).Append('\n');
    }

    private static string Text(StringBuilder text)
    {
        lock (text) return text.ToString();
    }
}
