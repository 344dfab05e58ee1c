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
    public async Task<int> RunAsync(Command command) => (await RunToEndAsync(command, isRead: false)).Code;

    /// <summary>Runs a program for what it writes: it has no terminal, and nothing of it is shown.</summary>
    /// <param name="command">The program.</param>
    /// <param name="purpose">What it is run for, as the beginning of a sentence.</param>
    /// <returns>Its exit code, and what it wrote: its output and then its errors.</returns>
    /// <exception cref="StepFailedException">This process was told to stop meanwhile.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public async Task<(int Code, string Text)> ReadAsync(Command command, string purpose)
    {
        var (code, stop, text) = await RunToEndAsync(command, isRead: true);
        return stop is null ? (code, text) : throw new StepFailedException((int)stop, $"{purpose} was stopped.");
    }

    /// <summary>Runs a step of the work, whose failure ends the target.</summary>
    /// <exception cref="StepFailedException">It ended with another exit code than 0, or was told to stop meanwhile.</exception>
    public async Task RunStepAsync(Command command, string purpose)
    {
        var (code, stop, _) = await RunToEndAsync(command, isRead: false);

        // A compiler may finish its work and report success although it was told to stop: the steps after it must not run.
        if (stop is not null) throw new StepFailedException((int)stop, $"{purpose} was stopped.");
        if (code == 0) return;
        var text = string.Create(CultureInfo.InvariantCulture, $"{purpose} failed: '{command}' ended with exit code {code}.");
        throw new StepFailedException(code is (int)ExitCode.Interrupted or (int)ExitCode.Terminated ? code : (int)ExitCode.Failed, text);
    }

    private async Task<(int Code, ExitCode? Stop, string Text)> RunToEndAsync(Command command, bool isRead)
    {
        ArgumentNullException.ThrowIfNull(command);
        var isDocument = MachineOutput.FormOf(options) == OutputForm.Json;
        if (options.Get(ApplicationOptions.Verbosity) == Verbosity.Diagnostic) screen.Line($"> {command}");
        var start = new ProcessStartInfo(command.File, command.Arguments)
        {
            WorkingDirectory = command.Folder,
            UseShellExecute = false,
            RedirectStandardInput = isRead,
            RedirectStandardOutput = isRead || isDocument,
            RedirectStandardError = isRead,
        };
        foreach (var (name, value) in command.Variables) start.Environment[name] = value;

        // Before the start, so that no signal finds this process without a handler while the child runs.
        using var relay = new SignalRelay();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command.File} did not start.");
        relay.Attach(process.Id);
        Task<string>[] texts = isRead ? Texts(process) : isDocument ? [ShowAsync(process)] : [];
        await process.WaitForExitAsync();
        return (process.ExitCode, relay.Stop, string.Concat(await Task.WhenAll(texts)));
    }

    // The output is for one document alone: what a program writes is shown where lines for people go.
    private async Task<string> ShowAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line) screen.Line(line);
        return "";
    }

    // Both at the same time: a program that fills the one nobody reads would wait for ever.
    private static Task<string>[] Texts(Process process)
    {
        process.StandardInput.Close();
        return [process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()];
    }
}
