using System.Runtime.InteropServices;
using Build.Output;
using LoadTest.Configuration.Problems;

namespace Build.Ecs;

/// <summary>
/// Ctrl-C, SIGTERM, and a terminal that is closed, while tasks run in AWS: the first signal stops them in good order, a second one leaves at
/// once. Signals come on threads of the pool.
/// </summary>
public sealed class RunInterruption : IDisposable
{
    // A terminal signals every process of the group, and a parent may pass the same signal on: both are one wish.
    private static readonly TimeSpan SameWish = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;
    private readonly Screen _screen;
    private readonly string _announcement;
    private readonly TimeProvider _time;
    private ExitCode? _askedFor;
    private long _firstAt;

    /// <summary>Listens for signals until it is disposed.</summary>
    /// <param name="screen">Where the announcement is written.</param>
    /// <param name="announcement">What the first signal says to the user.</param>
    /// <param name="time">To tell one wish from two.</param>
    public RunInterruption(Screen screen, string announcement, TimeProvider time)
    {
        (_screen, _announcement, _time) = (screen, announcement, time);
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, Handle))];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Complete when the user wants to leave at once.</summary>
    public Task Left => _left.Task;

    /// <summary>The exit code that the first signal asks for; null when there was none.</summary>
    public ExitCode? AskedFor
    {
        get
        {
            lock (_gate) return _askedFor;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _stop.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        lock (_gate)
        {
            if (_askedFor is not null)
            {
                if (_time.GetElapsedTime(_firstAt) >= SameWish) _left.TrySetResult();
                return;
            }

            _askedFor = context.Signal == PosixSignal.SIGINT ? ExitCode.Interrupted : ExitCode.Terminated;
            _firstAt = _time.GetTimestamp();
        }

        _screen.Error(_announcement);
        _stop.Cancel();
    }
}
