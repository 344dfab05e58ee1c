using System.Runtime.InteropServices;
using LoadTest.Configuration.Problems;

namespace Build.Processes;

/// <summary>Lets work of this process itself end early, and clean up, when it is told to stop.</summary>
public sealed class StopSignal
{
    /// <summary>Runs work whose token is cancelled by Ctrl-C or SIGTERM. A second signal ends the process at once.</summary>
    /// <exception cref="StepFailedException">It was told to stop; with exit code 130 or 143.</exception>
    public async Task RunAsync(Func<CancellationToken, Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        using var source = new CancellationTokenSource();
        ExitCode? stop = null;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
        try
        {
            await work(source.Token);
        }
        catch (OperationCanceledException) when (source.IsCancellationRequested)
        {
            throw new StepFailedException((int)stop!, stop == ExitCode.Terminated ? "Stopped by SIGTERM." : "Stopped by Ctrl-C.");
        }

        // On a thread of the pool; the work reads the code only after the cancellation that follows its setting.
        void Handle(PosixSignalContext context)
        {
            if (stop is not null) return;
            context.Cancel = true;
            stop = context.Signal == PosixSignal.SIGTERM ? ExitCode.Terminated : ExitCode.Interrupted;
            source.Cancel();
        }
    }
}
