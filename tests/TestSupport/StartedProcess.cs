using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TestSupport;

/// <summary>A process under test, with what it wrote so far. It is ended with the test, whatever happens.</summary>
public sealed class StartedProcess : IDisposable
{
    // Only bounds what hangs: on a loaded machine a program of a second can take a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
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
    public async Task UntilOutputAsync(string text)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (!Output.Contains(text, StringComparison.Ordinal)) await Task.Delay(20, deadline.Token);
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
