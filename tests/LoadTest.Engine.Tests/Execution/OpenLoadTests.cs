using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;

namespace LoadTest.Engine.Tests.Execution;

public sealed class OpenLoadTests
{
    [Test]
    public async Task Each_operation_of_the_schedule_is_performed_once()
    {
        var target = new FakeTarget();
        var result = await RunAsync(target, Stage.Hold(2000, TimeSpan.FromSeconds(0.5)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(target.Performed.Select(entry => entry.Ticket.Index).Order(), Is.EqualTo(Enumerable.Range(0, 1000).Select(i => (long)i)));
            Assert.That(result.Attempted, Is.EqualTo(1000));
            Assert.That(result.OfferedOperations, Is.EqualTo(1000));
            Assert.That(result.OfferedRatePerSecond, Is.EqualTo(2000).Within(0.001));
            Assert.That(result.AchievedRatePerSecond, Is.EqualTo(2000).Within(100));
            Assert.That(result.Ending, Is.EqualTo(Ending.Complete));
        }
    }

    [Test]
    public async Task No_operation_starts_before_its_time()
    {
        var target = new FakeTarget();
        var result = await RunAsync(target, Stage.Hold(500, TimeSpan.FromSeconds(0.4)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(target.Performed, Has.Count.EqualTo(200));
            Assert.That(target.Performed.Count(entry => entry.Begun < entry.Ticket.IntendedStart), Is.Zero);
            Assert.That(result.Duration, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(0.398)));
        }
    }

    [Test]
    public async Task A_slow_target_delays_no_start_while_lanes_are_free()
    {
        var target = new FakeTarget().GivenAnswersAfter(TimeSpan.FromMilliseconds(100));
        var result = await RunAsync(target, Stage.Hold(200, TimeSpan.FromSeconds(0.5)), lanes: 100);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Attempted, Is.EqualTo(100));
            Assert.That(result.Lateness.P50, Is.LessThan(20));
            Assert.That(result.Duration, Is.LessThan(TimeSpan.FromSeconds(0.9)));
        }
    }

    [Test]
    public async Task Without_a_free_lane_a_start_is_late_and_its_response_time_contains_the_wait()
    {
        var target = new FakeTarget().GivenAnswersAfter(TimeSpan.FromMilliseconds(50));
        var result = await RunAsync(target, Stage.Hold(100, TimeSpan.FromSeconds(0.5)), lanes: 1);
        var operation = result.Operations.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Attempted, Is.EqualTo(50), "no start is dropped");
            // 50 operations of 50 ms each through one lane take 2.5 s; the last was meant to start after 0.49 s.
            Assert.That(operation.ResponseTime.Max, Is.GreaterThan(1900));
            Assert.That(operation.ServiceTime.P50, Is.LessThan(90));
            Assert.That(result.LateStarts, Is.GreaterThan(40));
            Assert.That(ClientWarnings.Of(result), Has.Some.Contains("rate was missed").And.Some.Contains("started more than 10 ms late"));
        }
    }

    [Test]
    public async Task A_stall_of_the_target_shows_in_the_response_times_of_everything_that_waited()
    {
        // All answers stall once for 300 ms: of 200 operations in 1 s about 60 were meant to start in that time.
        var stalledUntil = DateTime.MinValue;
        var target = new FakeTarget().GivenAnswers(async (ticket, cancel) =>
        {
            if (ticket.Index == 50) stalledUntil = DateTime.UtcNow.AddMilliseconds(300);
            var wait = stalledUntil - DateTime.UtcNow;
            if (wait > TimeSpan.Zero) await Task.Delay(wait, cancel);
            return FakeTarget.Success;
        });
        var result = await RunAsync(target, Stage.Hold(200, TimeSpan.FromSeconds(1)), lanes: 2);
        var operation = result.Operations.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(operation.ResponseTime.P90, Is.GreaterThan(150), "what waited for a lane waited");
            Assert.That(operation.ServiceTime.P90, Is.LessThan(50), "only two requests were outstanding during the stall");
        }
    }

    [Test]
    public async Task Stopping_offers_nothing_more_and_drains_what_is_in_flight()
    {
        using var stop = new CancellationTokenSource();
        var target = new FakeTarget().GivenAnswers(async (_, cancel) =>
        {
            await Task.Delay(200, cancel);
            return FakeTarget.Success;
        });
        stop.CancelAfter(300);
        var result = await RunAsync(target, Stage.Hold(100, TimeSpan.FromSeconds(30)), stop: stop.Token);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Ending, Is.EqualTo(Ending.Stopped));
            Assert.That(result.Attempted, Is.EqualTo(target.Performed.Count), "all that began ended");
            Assert.That(result.NotStarted, Is.EqualTo(3000 - result.Attempted));
            Assert.That(result.OfferedOperations, Is.LessThan(100 * result.Duration.TotalSeconds - 10), "nothing is asked for while what is in flight ends");
            Assert.That(result.OfferedRatePerSecond, Is.EqualTo(100).Within(10));
            Assert.That(result.Duration, Is.LessThan(TimeSpan.FromSeconds(5)));
            Assert.That(target.ClosedLanes, Is.EqualTo(target.OpenLanes));
        }
    }

    [Test]
    public async Task The_longest_duration_ends_a_run_that_cannot_keep_up()
    {
        var target = new FakeTarget().GivenAnswersAfter(TimeSpan.FromMilliseconds(100));
        var result = await RunAsync(target, Stage.Hold(1000, TimeSpan.FromSeconds(0.5)), lanes: 1, longest: TimeSpan.FromSeconds(1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Ending, Is.EqualTo(Ending.MaxDurationReached));
            Assert.That(result.NotStarted, Is.GreaterThan(400));
            Assert.That(ClientWarnings.Of(result), Has.Some.Contains("never started"));
        }
    }

    [Test]
    public async Task The_warm_up_is_performed_and_not_measured()
    {
        var target = new FakeTarget();
        var plan = Plan(Stage.Hold(100, TimeSpan.FromSeconds(0.3)), 8, TimeSpan.FromMinutes(1)) with { WarmUp = TimeSpan.FromSeconds(0.2) };
        var result = await new LoadRun(plan, target, TimeProvider.System).ExecuteAsync([], CancellationToken.None, CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(target.Performed.Count(entry => entry.Ticket.Phase == Phase.WarmUp), Is.EqualTo(20));
            Assert.That(result.Attempted, Is.EqualTo(30));
            Assert.That(target.OpenLanes, Is.EqualTo(8), "lanes stay open from the warm-up to the measured part");
        }
    }

    [Test]
    public async Task A_load_ends_although_its_last_operation_does_so_on_the_thread_that_paces_it()
    {
        // One lane whose answers are there at once: the thread that hands it a ticket performs all of it, and then learns that there are no more.
        var target = new FakeTarget { BeginsAtOnce = true };
        var plan = Plan(Stage.Hold(100, TimeSpan.FromSeconds(0.1)), 1, TimeSpan.FromMinutes(1)) with { WarmUp = TimeSpan.FromSeconds(0.1) };
        var run = Task.Run(() => new LoadRun(plan, target, TimeProvider.System).ExecuteAsync([], CancellationToken.None, CancellationToken.None));
        Assert.That((await run.WaitAsync(TimeSpan.FromMinutes(1))).Attempted, Is.EqualTo(10));
    }

    [Test]
    public async Task A_worker_performs_its_share_at_its_own_times()
    {
        var target = new FakeTarget();
        var plan = Plan(Stage.Hold(300, TimeSpan.FromSeconds(0.3)), 8, TimeSpan.FromMinutes(1)) with { Share = new WorkerShare(1, 3) };
        var result = await new LoadRun(plan, target, TimeProvider.System).ExecuteAsync([], CancellationToken.None, CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(target.Performed.Select(entry => entry.Ticket.Index).Order(), Is.EqualTo(Enumerable.Range(0, 30).Select(i => i * 3L + 1)));
            Assert.That(result.OfferedOperations, Is.EqualTo(30));
        }
    }

    private static Task<LoadResult> RunAsync(
        FakeTarget target, Stage stage, int lanes = 16, TimeSpan? longest = null, CancellationToken stop = default) =>
        new LoadRun(Plan(stage, lanes, longest ?? TimeSpan.FromMinutes(1)), target, TimeProvider.System).ExecuteAsync([], stop, CancellationToken.None);

    private static LoadPlan Plan(Stage stage, int lanes, TimeSpan longest) =>
        new() { Load = new Load.Open([stage], lanes), MaxDuration = longest, Interval = TimeSpan.FromMilliseconds(100) };
}
