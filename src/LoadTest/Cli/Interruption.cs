using System.Globalization;
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

    // What ECS allows as well.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;
    private readonly string _announcement;
    private readonly Lock _gate = new();
    private long _firstAt;
    private ITimer? _limit;
    private ITimer? _lastLimit;

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

    /// <summary>How the first signal's announcement is shown; a live view takes it over, which knows what else is on the terminal.</summary>
    public Action<string> Announce { get; set; } = Console.Error.WriteLine;

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>The exit code that the first signal asks for, or null when there was none.</summary>
    public ExitCode? AskedFor { get; private set; }

    /// <summary>Ends the run by itself after a time, as if it had been asked to, and two minutes later whatever still hangs.</summary>
    public void EndAfter(TimeSpan limit, TimeProvider time)
    {
        _limit?.Dispose();
        _limit = time.CreateTimer(_ => EndNow(time, limit), null, limit, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _limit?.Dispose();
        _lastLimit?.Dispose();
        foreach (var registration in _registrations) registration.Dispose();
        _stop.Dispose();
    }

    private void EndNow(TimeProvider time, TimeSpan limit)
    {
        _lastLimit = time.CreateTimer(_ => Environment.Exit((int)ExitCode.Failed), null, LongestEnd, Timeout.InfiniteTimeSpan);
        lock (_gate)
        {
            if (AskedFor is not null) return;
            AskedFor = ExitCode.Failed;
            _firstAt = TimeProvider.System.GetTimestamp();
        }

        Announce(string.Create(CultureInfo.InvariantCulture, $"the longest duration is over ({limit.TotalSeconds:N0} s with all that belongs to it): the run ends here, with what it has"));
        _stop.Cancel();
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
                Announce(_announcement);
                _stop.Cancel();
                return;
            }

            if (TimeProvider.System.GetElapsedTime(_firstAt) < SameWish) return;
        }

        Console.Error.WriteLine("left at once, as asked twice: nothing more was written or cleaned up");
        Environment.Exit((int)code);
    }
}
