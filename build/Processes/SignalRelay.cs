using System.Runtime.InteropServices;
using LoadTest.Configuration.Problems;

namespace Build.Processes;

/// <summary>
/// Keeps this process alive while a child runs, and passes on the signals that the child did not get by itself. Handlers run on
/// threads of the pool, so the child's id and what arrived before it was known are guarded by a lock.
/// </summary>
internal sealed class SignalRelay : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<PosixSignal> _early = [];
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int? _child;
    private ExitCode? _stop;

    public SignalRelay()
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
            _registrations.Add(PosixSignalRegistration.Create(signal, Handle));
    }

    /// <summary>How this process ends if it obeys the first signal that came; null when none did.</summary>
    public ExitCode? Stop
    {
        get
        {
            lock (_lock) return _stop;
        }
    }

    /// <summary>From now on signals go to this process; those that came earlier go there at once.</summary>
    public void Attach(int child)
    {
        lock (_lock)
        {
            _child = child;
            _early.ForEach(Send);
        }
    }

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        lock (_lock) _stop ??= context.Signal == PosixSignal.SIGTERM ? ExitCode.Terminated : ExitCode.Interrupted;

        // Ctrl-C on the terminal reaches every process of the foreground group, so the child has it already: a second one would
        // mean "leave at once". SIGTERM comes to a single process.
        if (context.Signal != PosixSignal.SIGTERM && Terminal.SignalsReachChildren) return;
        lock (_lock)
        {
            if (_child is null) _early.Add(context.Signal);
            else Send(context.Signal);
        }
    }

    private void Send(PosixSignal signal)
    {
        // Windows has no signals: its console tells every process itself.
        if (!OperatingSystem.IsWindows()) _ = LibC.Kill(_child!.Value, NumberOf(signal));
    }

    // The numbers of POSIX, the same on Linux and macOS; the values of PosixSignal are not those.
    private static int NumberOf(PosixSignal signal) => signal switch
    {
        PosixSignal.SIGHUP => 1,
        PosixSignal.SIGINT => 2,
        _ => 15,
    };
}
