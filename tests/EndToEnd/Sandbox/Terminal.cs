using System.Diagnostics;
using System.Globalization;
using TestSupport;

namespace EndToEnd.Sandbox;

/// <summary>Where the user of the sandbox types.</summary>
internal sealed class Terminal(Machine machine)
{
    /// <summary>How long a command may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Types a command in the repository, and waits for its end.</summary>
    /// <param name="line">The line, with words that need no quotes.</param>
    public async Task<Typed> TypeAsync(string line)
    {
        using var running = Begin(line);
        return await running.EndAsync(Patience);
    }

    /// <summary>Types a command, and does not wait.</summary>
    public RunningCommand Begin(string line)
    {
        // HOME and PATH are this process's own; nothing of AWS may come in from outside.
        var words = line.Split(' ');
        var start = machine.Command(words[0], words[1..]);
        foreach (var name in start.Environment.Keys.Where(IsOfAws).ToList()) start.Environment.Remove(name);
        // Compilers of the machine outside wait for work at sockets in /tmp, and see its files, not those of the sandbox.
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        return new RunningCommand(line, Process.Start(start)!);
    }

    private static bool IsOfAws(string name) => name.StartsWith("AWS_", StringComparison.Ordinal) || name is "CI" or "DOCKER_HOST" or "DOCKER_BUILDKIT";
}

/// <summary>A command that was typed.</summary>
internal sealed class RunningCommand : IDisposable
{
    private readonly string _line;
    private readonly Process _process;
    private readonly ProcessOutput _output;

    public RunningCommand(string line, Process process)
    {
        (_line, _process, _output) = (line, process, new ProcessOutput(process));
        process.StandardInput.Close();
    }

    /// <summary>What it wrote so far.</summary>
    public string Text => _output.Text;

    /// <summary>Whether it has not ended.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>Sends a signal to the command itself.</summary>
    public void Signal(string name)
    {
        // nsenter waits for it, as its only child.
        foreach (var child in Machine.ChildrenOf(_process.Id))
        {
            using var kill = Process.Start("kill", ["-s", name, child.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <exception cref="TimeoutException">It took too long; it was ended.</exception>
    public async Task<Typed> EndAsync(TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"{_line} did not end within {patience}:\n{Text}", late);
        }

        return new Typed(_line, _process.ExitCode, Text);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}

/// <summary>What became of a command.</summary>
/// <param name="Line">What was typed.</param>
/// <param name="Code">The exit code.</param>
/// <param name="Text">What it wrote.</param>
internal sealed record Typed(string Line, int Code, string Text);
