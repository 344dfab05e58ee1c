using LoadTest.Engine.Planning;
using LoadTest.Engine.Scheduling;

namespace LoadTest.Engine.Execution;

/// <summary>
/// Dispatches an open load. A thread of its own wakes at each intended start and hands the ticket to an idle lane; a lane that becomes
/// free while starts are overdue takes the oldest at once, late. No start is dropped, and none moves the ones after it.
/// </summary>
internal sealed class PacedDispatcher : IDispatcher
{
    // How soon a stop is noticed by a pacer that sleeps towards a far start.
    private const long LongestSleep = 20_000_000;

    private readonly Lock _gate = new();
    private readonly ArrivalSchedule _schedule;
    private readonly WorkerShare _share;
    private readonly RunClock _clock;
    private readonly Phase _phase;
    private readonly bool _beginsOperations;
    private readonly long _origin;
    private readonly long _total;

    // The last lane to become idle goes first: its connection and buffers are the warmest.
    private readonly Stack<LaneTurn> _idle = new();
    private readonly List<(LaneTurn Turn, Ticket Ticket)> _due = [];
    private readonly AutoResetEvent _laneIsIdle = new(initialState: false);
    private readonly Thread _pacer;
    private long _next;
    private long _nextStart;
    private long _stoppedAfter = long.MaxValue;
    private bool _stopped;

    public PacedDispatcher(Load.Open load, WorkerShare share, Phase phase, RunClock clock, long origin, bool beginsOperations = false)
    {
        _schedule = new ArrivalSchedule(load.Stages);
        _share = share;
        _phase = phase;
        _beginsOperations = beginsOperations;
        _clock = clock;
        _total = share.OwnCount(_schedule.Total);
        _origin = origin;
        _nextStart = StartOf(0);
        _pacer = new Thread(Pace) { IsBackground = true, Name = "pacer", Priority = ThreadPriority.AboveNormal };
        _pacer.Start();
    }

    public long Started => Volatile.Read(ref _next);

    public long? Total => _total;

    public TimeSpan? PlannedDuration => _schedule.Duration;

    public TimeSpan? ScheduleLength => _schedule.Duration;

    public long? StoppedAfter => Volatile.Read(ref _stoppedAfter) is var instant and < long.MaxValue ? instant : null;

    // What was started was offered, also where the schedule's count is rounded the other way.
    public long OfferedBefore(long elapsed, long started) => Math.Max(started, _share.OwnCount(_schedule.CountBefore(Math.Min(elapsed, StoppedAfter ?? elapsed))));

    public ValueTask<Ticket> NextAsync(LaneTurn turn)
    {
        lock (_gate)
        {
            if (IsOver) return new ValueTask<Ticket>(Ticket.End);
            if (_nextStart <= _clock.Now) return new ValueTask<Ticket>(TakeNext());
            var task = turn.Arm();
            _idle.Push(turn);
            if (_idle.Count == 1) _laneIsIdle.Set();
            return task;
        }
    }

    public void Stop()
    {
        lock (_gate)
        {
            if (!_stopped) Volatile.Write(ref _stoppedAfter, Math.Max(0, _clock.Now - _origin));
            _stopped = true;
        }

        _laneIsIdle.Set();
    }

    public void Dispose()
    {
        Stop();
        _pacer.Join();
        _laneIsIdle.Dispose();
    }

    private bool IsOver => _stopped || _next >= _total;

    private long StartOf(long own) => own < _total ? _origin + _schedule.StartOf(_share.PlanIndex(own)) : long.MaxValue;

    private Ticket TakeNext()
    {
        var ticket = new Ticket(_phase, _share.PlanIndex(_next), _nextStart);
        _nextStart = StartOf(++_next);
        return ticket;
    }

    private void Pace()
    {
        PreciseSleep.PrepareThread();
        while (WaitForStart()) HandOutWhatIsDue();
    }

    // False when the load is over. With no idle lane there is nobody to wake: lanes that become free help themselves.
    private bool WaitForStart()
    {
        long start;
        bool anyIdle;
        lock (_gate)
        {
            if (IsOver)
            {
                while (_idle.TryPop(out var turn)) turn.Give(Ticket.End);
                return false;
            }

            start = _nextStart;
            anyIdle = _idle.Count > 0;
        }

        if (anyIdle) PreciseSleep.For(Math.Min(start - _clock.Now, LongestSleep));
        else _laneIsIdle.WaitOne();
        return true;
    }

    private void HandOutWhatIsDue()
    {
        lock (_gate)
        {
            var now = _clock.Now;
            while (!IsOver && _nextStart <= now && _idle.TryPop(out var turn)) _due.Add((turn, TakeNext()));
        }

        foreach (var (turn, ticket) in _due) turn.Give(ticket, _beginsOperations);
        _due.Clear();
    }
}
