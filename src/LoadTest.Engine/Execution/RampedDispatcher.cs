using LoadTest.Engine.Planning;
using LoadTest.Engine.Scheduling;

namespace LoadTest.Engine.Execution;

/// <summary>
/// Dispatches a closed load: a lane that asks gets the next operation at once, as long as its number is below the concurrency that the
/// ramp allows; lanes above it wait until the load has come far enough.
/// </summary>
internal sealed class RampedDispatcher : IDispatcher
{
    private readonly Lock _gate = new();
    private readonly ConcurrencyRamp _ramp;
    private readonly WorkerShare _share;
    private readonly RunClock _clock;
    private readonly Phase _phase;
    private readonly long _origin;
    private readonly long? _duration;

    // By the lane's number: the limit lets the lowest in first.
    private readonly PriorityQueue<LaneTurn, int> _waiting = new();

    // Where time raises the limit, lanes that wait must not wait for an operation to end as well.
    private readonly ITimer? _steps;
    private long _next;
    private bool _stopped;

    public RampedDispatcher(Load.Closed load, WorkerShare share, Phase phase, RunClock clock, long origin)
    {
        _ramp = new ConcurrencyRamp(load);
        _share = share;
        _phase = phase;
        _clock = clock;
        _origin = origin;
        Total = load.TotalOperations is { } total ? share.OwnCount(total) : null;
        PlannedDuration = load.Duration;
        _duration = load.Duration is { } duration ? RunClock.Nanoseconds(duration) : null;
        if (_ramp.Steps > 0 && load.Duration is { } length) _steps = StartTimer(length * (100 - load.FullConcurrencyPercentage) / 100 / _ramp.Steps);
    }

    public long Started => Volatile.Read(ref _next);

    public long? Total { get; }

    public TimeSpan? PlannedDuration { get; }

    public TimeSpan? ScheduleLength => null;

    // What a closed load was offered is what it started.
    public long? StoppedAfter => null;

    public long OfferedBefore(long elapsed, long started) => started;

    public ValueTask<Ticket> NextAsync(LaneTurn turn)
    {
        lock (_gate)
        {
            var now = _clock.Now;
            if (IsOver(now))
            {
                ReleaseAll();
                return new ValueTask<Ticket>(Ticket.End);
            }

            if (turn.Number >= LimitAt(now))
            {
                var task = turn.Arm();
                _waiting.Enqueue(turn, turn.Number);
                return task;
            }

            var ticket = Take(now);
            ReleaseBelow(now);
            return new ValueTask<Ticket>(ticket);
        }
    }

    public void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            ReleaseAll();
        }
    }

    public void Dispose()
    {
        _steps?.Dispose();
        Stop();
    }

    private bool IsOver(long now) => _stopped || _next >= Total || now - _origin >= _duration;

    // A worker has its part of the places, and never none: it would wait for its own progress for ever.
    private int LimitAt(long now)
    {
        var byCount = Total is > 0 ? (double)_next / Total.Value : 0;
        var byTime = _duration is > 0 ? (double)(now - _origin) / _duration.Value : 0;
        return Math.Max(1, _share.OwnPart(_ramp.LimitAt(Math.Max(byCount, byTime))));
    }

    private Ticket Take(long now) => new(_phase, _share.PlanIndex(_next++), now);

    private void ReleaseBelow(long now)
    {
        while (_waiting.TryPeek(out var turn, out var number) && number < LimitAt(now) && !IsOver(now))
        {
            _waiting.Dequeue();
            turn.Give(Take(now));
        }
    }

    // In whole milliseconds, as timers count: rounded down they would come before each step, and find nothing to do.
    private ITimer StartTimer(TimeSpan step)
    {
        var period = TimeSpan.FromMilliseconds(Math.Ceiling(step.TotalMilliseconds));
        return _clock.Time.CreateTimer(_ => Step(), null, period, period);
    }

    private void Step()
    {
        lock (_gate)
        {
            var now = _clock.Now;
            if (IsOver(now)) ReleaseAll();
            else ReleaseBelow(now);
        }
    }

    private void ReleaseAll()
    {
        while (_waiting.TryDequeue(out var turn, out _)) turn.Give(Ticket.End);
    }
}
