using System.Runtime.InteropServices;
using LoadTest.Configuration.Problems;

namespace LoadTest.Cli;

/// <summary>
/// Ctrl-C, SIGTERM, and a terminal that is closed. The first signal ends the run in good order; a second one leaves at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    // A terminal signals every process of the group, and a parent may pass the same signal on: both are one wish.
    private static readonly TimeSpan SameWish = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;
    private readonly string _announcement;
    private readonly Lock _gate = new();
    private long _firstAt;

    /// <summary>Listens for signals until it is disposed.</summary>
    /// <param name="announcement">What the first signal says to the user.</param>
    public Interruption(string announcement)
    {
        _announcement = announcement;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => OnSignal(context, ExitCode.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => OnSignal(context, ExitCode.Terminated)),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => OnSignal(context, ExitCode.Terminated)),
        ];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>The exit code that the first signal asks for, or null when there was none.</summary>
    public ExitCode? AskedFor { get; private set; }

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context, ExitCode code)
    {
        context.Cancel = true;
        lock (_gate)
        {
            if (AskedFor is null)
            {
                AskedFor = code;
                _firstAt = TimeProvider.System.GetTimestamp();
                Console.Error.WriteLine(_announcement);
                _stop.Cancel();
                return;
            }

            if (TimeProvider.System.GetElapsedTime(_firstAt) < SameWish) return;
        }

        Console.Error.WriteLine("left at once, as asked twice: nothing more was written or cleaned up");
        Environment.Exit((int)code);
    }
}
