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
    private readonly List<LaneTurn> _waiting = [];
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
    }

    public long Started => Volatile.Read(ref _next);

    public long? Total { get; }

    public TimeSpan? PlannedDuration { get; }

    public TimeSpan? ScheduleLength => null;

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
                _waiting.Add(turn);
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

    public void Dispose() => Stop();

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
        if (_waiting.Count == 0) return;
        var limit = LimitAt(now);
        for (var i = _waiting.Count - 1; i >= 0 && !IsOver(now); i--)
        {
            if (_waiting[i].Number >= limit) continue;
            _waiting[i].Give(Take(now));
            _waiting.RemoveAt(i);
        }
    }

    private void ReleaseAll()
    {
        foreach (var turn in _waiting) turn.Give(Ticket.End);
        _waiting.Clear();
    }
}
