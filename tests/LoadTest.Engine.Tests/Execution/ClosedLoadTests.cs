using System.Collections.Concurrent;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Scheduling;

namespace LoadTest.Engine.Tests.Execution;

public sealed class ClosedLoadTests
{
    [Test]
    public async Task Each_operation_is_performed_once()
    {
        var target = new FakeTarget();
        var result = await RunAsync(target, new Load.Closed(10, 5000, null, 80));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(target.Performed.Select(entry => entry.Ticket.Index).Order(), Is.EqualTo(Enumerable.Range(0, 5000).Select(i => (long)i)));
            Assert.That(result.Attempted, Is.EqualTo(5000));
            Assert.That(result.OfferedRatePerSecond, Is.Null, "the target sets the rate");
        }
    }

    [Test]
    public async Task The_steps_of_the_ramp_run_one_after_another_and_never_exceed_their_limit()
    {
        var load = new Load.Closed(20, 2000, null, 50);
        var target = new FakeTarget().GivenAnswersAfter(TimeSpan.FromMilliseconds(2));
        await RunAsync(target, load);
        var ramp = new ConcurrencyRamp(load);
        // An operation may still be in flight when the next step begins, so the limit is that of the newest operation begun so far.
        long newest = 0;
        var excess = new List<string>();
        foreach (var (ticket, inFlight, _) in target.Performed)
        {
            newest = Math.Max(newest, ticket.Index);
            var limit = ramp.LimitAt((newest + 1) / 2000.0);
            if (inFlight > limit) excess.Add($"{inFlight} in flight at operation {ticket.Index}, limit {limit}");
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(excess, Is.Empty);
            Assert.That(target.Performed.Max(entry => entry.InFlight), Is.EqualTo(20), "the limit is reached");
            Assert.That(target.Performed.Where(entry => entry.Ticket.Index < 90).Max(entry => entry.InFlight), Is.EqualTo(2), "the first step is a small one");
        }
    }

    [Test]
    public async Task The_concurrency_is_what_the_ramp_says_whenever_an_operation_ends()
    {
        const int total = 300;
        var load = new Load.Closed(12, total, null, 50);
        var answers = new ConcurrentQueue<TaskCompletionSource<int>>();
        var target = new FakeTarget().GivenAnswers((_, _) =>
        {
            var answer = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            answers.Enqueue(answer);
            return answer.Task;
        });
        var running = RunAsync(target, load);
        var ramp = new ConcurrencyRamp(load);
        for (var ended = 0; ended < total; ended++)
        {
            // The operations that began, less those that ended, settle at the limit, and at the end at what is left.
            await UntilAsync(() => target.Performed.Count - ended == Math.Min(ramp.LimitAt((double)target.Performed.Count / total), total - ended), $"after {ended} operations");
            Assert.That(answers.TryDequeue(out var answer));
            answer!.SetResult(FakeTarget.Success);
        }

        Assert.That((await running).Attempted, Is.EqualTo(total));
    }

    [Test]
    public async Task Time_raises_the_concurrency_also_while_no_operation_ends()
    {
        var target = new FakeTarget().GivenAnswersAfter(TimeSpan.FromSeconds(1.2));
        await RunAsync(target, new Load.Closed(4, null, TimeSpan.FromSeconds(1), 50));
        // The steps come after 167 and 333 ms, the limit after 500 ms, and the first operation ends after 1.2 s.
        var begun = target.Performed.Select(entry => entry.Begun / 1e9).Order().ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(begun, Has.Length.EqualTo(4));
            Assert.That(begun.Zip([0, 0.16, 0.33, 0.49], (at, step) => at >= step), Is.All.True, "none comes before its step");
            Assert.That(begun[^1] - begun[0], Is.LessThan(1.1), "none waits for an operation to end");
        }
    }

    [Test]
    public async Task A_duration_ends_a_load_without_a_number_of_operations()
    {
        var target = new FakeTarget().GivenAnswersAfter(TimeSpan.FromMilliseconds(10));
        var result = await RunAsync(target, new Load.Closed(4, null, TimeSpan.FromSeconds(0.5), 100));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Ending, Is.EqualTo(Ending.Complete));
            Assert.That(result.Duration.TotalSeconds, Is.InRange(0.45, 5));
            Assert.That(result.Attempted, Is.InRange(10, 250));
        }
    }

    [Test]
    public async Task Items_done_before_the_duration_end_the_load_early()
    {
        var result = await RunAsync(new FakeTarget(), new Load.Closed(4, 100, TimeSpan.FromMinutes(5), 100));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Attempted, Is.EqualTo(100));
            Assert.That(result.Duration, Is.LessThan(TimeSpan.FromSeconds(10)));
        }
    }

    [Test]
    public async Task Stopping_releases_the_lanes_that_wait_for_the_ramp()
    {
        using var stop = new CancellationTokenSource();
        stop.CancelAfter(200);
        var target = new FakeTarget().GivenAnswersAfter(TimeSpan.FromMilliseconds(20));
        var result = await RunAsync(target, new Load.Closed(50, 1_000_000, null, 1), stop: stop.Token);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Ending, Is.EqualTo(Ending.Stopped));
            Assert.That(result.Attempted, Is.EqualTo(target.Performed.Count));
        }
    }

    [Test]
    public async Task Workers_together_do_everything_within_the_whole_limit()
    {
        var targets = Enumerable.Range(0, 3).Select(_ => new FakeTarget().GivenAnswersAfter(TimeSpan.FromMilliseconds(1))).ToArray();
        await Task.WhenAll(targets.Select((target, index) => RunAsync(target, new Load.Closed(10, 300, null, 80), share: new WorkerShare(index, 3))));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(targets.SelectMany(target => target.Performed).Select(entry => entry.Ticket.Index).Order(), Is.EqualTo(Enumerable.Range(0, 300).Select(i => (long)i)));
            Assert.That(targets.Sum(target => target.OpenLanes), Is.EqualTo(10));
        }
    }

    private static async Task UntilAsync(Func<bool> holds, string when)
    {
        for (var i = 0; !holds(); i++)
        {
            if (i > 5000) Assert.Fail(when);
            await Task.Delay(1);
        }
    }

    private static Task<LoadResult> RunAsync(FakeTarget target, Load.Closed load, WorkerShare? share = null, CancellationToken stop = default)
    {
        var plan = new LoadPlan
        {
            Load = load,
            MaxDuration = TimeSpan.FromMinutes(1),
            Interval = TimeSpan.FromMilliseconds(100),
            Share = share ?? WorkerShare.Whole,
        };
        return new LoadRun(plan, target, TimeProvider.System).ExecuteAsync([], stop, CancellationToken.None);
    }
}
