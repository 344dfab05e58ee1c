using System.Diagnostics;
using System.Globalization;
using Build.Options;
using Build.Output;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Values;

namespace Build.Processes;

/// <summary>Runs programs on the terminal of this one: they see the same input and output, and the same signals.</summary>
public sealed class ChildProcesses(BuildOptions options, Screen screen)
{
    /// <summary>Starts the program and waits until it has ended, however many signals arrive meanwhile.</summary>
    /// <returns>Its exit code; 128 and the signal's number when a signal ended it.</returns>
    public async Task<int> RunAsync(Command command) => (await RunToEndAsync(command)).Code;

    /// <summary>Runs a step of the work, whose failure ends the target.</summary>
    /// <exception cref="StepFailedException">It ended with another exit code than 0, or was told to stop meanwhile.</exception>
    public async Task RunStepAsync(Command command, string purpose)
    {
        var (code, stop) = await RunToEndAsync(command);

        // A compiler may finish its work and report success although it was told to stop: the steps after it must not run.
        if (stop is not null) throw new StepFailedException((int)stop, $"{purpose} was stopped.");
        if (code == 0) return;
        var text = string.Create(CultureInfo.InvariantCulture, $"{purpose} failed: '{command}' ended with exit code {code}.");
        throw new StepFailedException(code is (int)ExitCode.Interrupted or (int)ExitCode.Terminated ? code : (int)ExitCode.Failed, text);
    }

    private async Task<(int Code, ExitCode? Stop)> RunToEndAsync(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (options.Get(ApplicationOptions.Verbosity) == Verbosity.Diagnostic) screen.Line($"> {command}");
        var start = new ProcessStartInfo(command.File, command.Arguments) { WorkingDirectory = command.Folder, UseShellExecute = false };
        foreach (var (name, value) in command.Variables) start.Environment[name] = value;

        // Before the start, so that no signal finds this process without a handler while the child runs.
        using var relay = new SignalRelay();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command.File} did not start.");
        relay.Attach(process.Id);
        await process.WaitForExitAsync();
        return (process.ExitCode, relay.Stop);
    }
}
