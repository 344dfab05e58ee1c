using System.Collections.Concurrent;
using LoadTest.Engine.Execution;

namespace LoadTest.Engine.Tests.Execution;

/// <summary>A target of the tests' own: it answers after a time that the test chooses, and remembers what it was asked for.</summary>
internal sealed class FakeTarget : ILoadTarget
{
    private Func<Ticket, CancellationToken, Task<int>> _answer = (_, _) => Task.FromResult(Success);
    private Func<Ticket, int> _retriedThrottles = _ => 0;
    private int _inFlight;

    public const int Success = 0;
    public const int Throttle = 1;
    public const int Failure = 2;

    public IReadOnlyList<string> Operations => ["Work"];

    public IReadOnlyList<OutcomeCategory> Categories =>
        [new("success", OutcomeKind.Success), new("throttled", OutcomeKind.Throttle), new("broken", OutcomeKind.Failure)];

    /// <summary>Every ticket, with how many operations were in flight when it began, itself included, and when that was.</summary>
    public ConcurrentQueue<(Ticket Ticket, int InFlight, long Begun)> Performed { get; } = new();

    public bool BeginsAtOnce { get; init; }

    public int OpenLanes { get; private set; }

    public int ClosedLanes { get; private set; }

    public FakeTarget GivenAnswersAfter(TimeSpan delay)
    {
        _answer = async (_, cancel) =>
        {
            await Task.Delay(delay, cancel);
            return Success;
        };
        return this;
    }

    public FakeTarget GivenAnswers(Func<Ticket, int> category)
    {
        _answer = (ticket, _) => Task.FromResult(category(ticket));
        return this;
    }

    public FakeTarget GivenAnswers(Func<Ticket, CancellationToken, Task<int>> answer)
    {
        _answer = answer;
        return this;
    }

    public FakeTarget GivenRetriedThrottles(Func<Ticket, int> count)
    {
        _retriedThrottles = count;
        return this;
    }

    public ILane OpenLane(int number, RunClock clock)
    {
        OpenLanes++;
        return new Lane(this, clock);
    }

    private sealed class Lane(FakeTarget target, RunClock clock) : ILane
    {
        public async ValueTask<Outcome> PerformAsync(Ticket ticket, CancellationToken abort)
        {
            var inFlight = Interlocked.Increment(ref target._inFlight);
            var start = clock.Now;
            target.Performed.Enqueue((ticket, inFlight, start));
            var category = await target._answer(ticket, abort);
            Interlocked.Decrement(ref target._inFlight);
            int[] retried = [.. Enumerable.Repeat(Throttle, target._retriedThrottles(ticket))];
            return new Outcome
            {
                Operation = 0,
                Category = category,
                Attempts = 1 + retried.Length,
                ServiceStart = start,
                End = clock.Now,
                WriteUnits = 1.5,
                RetriedThrottles = retried.Length == 0 ? null : retried,
            };
        }

        public ValueTask DisposeAsync()
        {
            target.ClosedLanes++;
            return ValueTask.CompletedTask;
        }
    }
}
