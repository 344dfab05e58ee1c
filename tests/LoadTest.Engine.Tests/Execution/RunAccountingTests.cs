using HdrHistogram;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;

namespace LoadTest.Engine.Tests.Execution;

public sealed class RunAccountingTests
{
    [Test]
    public async Task Attempted_is_succeeded_and_failed_by_kind()
    {
        var target = new FakeTarget().GivenAnswers(ticket => (int)(ticket.Index % 10) switch
        {
            0 => FakeTarget.Throttle,
            1 or 2 => FakeTarget.Failure,
            _ => FakeTarget.Success,
        });
        var result = await RunAsync(target, []);
        var operation = result.Operations.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(operation.Attempted, Is.EqualTo(1000));
            Assert.That(operation.Succeeded, Is.EqualTo(700));
            Assert.That(operation.Throttled, Is.EqualTo(100));
            Assert.That(operation.Failed, Is.EqualTo(300));
            Assert.That(operation.Errors.ToDictionary(error => error.Category.Name, error => error.Count), Is.EquivalentTo(
                new Dictionary<string, long> { ["throttled"] = 100, ["broken"] = 200 }));
            Assert.That(operation.ResponseTime.Count, Is.EqualTo(700), "latencies are of what succeeded");
            Assert.That(operation.Latencies[OutcomeKind.Throttle].Service.TotalCount, Is.EqualTo(100));
            Assert.That(operation.WriteUnits, Is.EqualTo(1500));
        }
    }

    [Test]
    public async Task The_intervals_add_up_to_the_whole()
    {
        var follower = new Follower();
        var result = await RunAsync(new FakeTarget().GivenAnswersAfter(TimeSpan.FromMilliseconds(5)), [follower]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(follower.Started, Is.True);
            Assert.That(follower.Ended, Is.EqualTo(1000));
            Assert.That(follower.Recorded, Is.EqualTo(1000));
            Assert.That(follower.Units, Is.EqualTo(1500));
            Assert.That(follower.Ends.Zip(follower.Starts.Skip(1)).All(pair => pair.First == pair.Second), "an interval begins where the last one ended");
            Assert.That(result.Attempted, Is.EqualTo(1000));
        }
    }

    [Test]
    public async Task The_intervals_of_an_operation_add_up_to_its_result()
    {
        var follower = new Follower();
        // One in ten operations is throttled twice before it succeeds.
        var target = new FakeTarget().GivenAnswersAfter(TimeSpan.FromMilliseconds(5)).GivenRetriedThrottles(ticket => ticket.Index % 10 == 0 ? 2 : 0);
        var result = await RunAsync(target, [follower]);
        var operation = result.Operations.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(follower.Operations.Select(interval => interval.Name), Is.All.EqualTo("Work"));
            Assert.That(follower.Operations, Has.Count.GreaterThan(1));
            Assert.That(follower.Operations.Sum(interval => interval.EndedCount), Is.EqualTo(operation.Attempted));
            Assert.That(follower.Operations.Sum(interval => interval.Attempts), Is.EqualTo(operation.Attempts).And.EqualTo(1200));
            Assert.That(follower.Operations.Sum(interval => interval.WriteUnits), Is.EqualTo(operation.WriteUnits));
            Assert.That(follower.Operations.Sum(interval => interval.ThrottledAttempts.Sum(pair => pair.Count)), Is.EqualTo(200));
            Assert.That(follower.Offered, Is.EqualTo(result.OfferedOperations));
            Assert.That(follower.Latenesses, Is.EqualTo(result.Lateness.Count));
            Assert.That(follower.LongestLateness / 1000.0, Is.EqualTo(result.Lateness.Max));
        }
    }

    [Test]
    public async Task An_operation_that_ends_as_a_throttle_is_a_throttled_attempt_too()
    {
        var follower = new Follower();
        var target = new FakeTarget().GivenAnswers(ticket => ticket.Index % 4 == 0 ? FakeTarget.Throttle : FakeTarget.Failure);
        await RunAsync(target, [follower]);
        Assert.That(
            follower.Operations.SelectMany(interval => interval.ThrottledAttempts).GroupBy(pair => pair.Category.Name, pair => pair.Count)
                .Select(group => (group.Key, group.Sum())),
            Is.EqualTo(new[] { ("throttled", 250L) }));
    }

    [TestCase(50)]
    [TestCase(350)]
    public async Task The_intervals_of_a_run_that_was_stopped_offer_what_the_result_says(int milliseconds)
    {
        var follower = new Follower();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds));
        var plan = Plan(new Load.Open([Stage.Hold(3000, TimeSpan.FromMinutes(1))], 16));
        var target = new FakeTarget().GivenAnswersAfter(TimeSpan.FromMilliseconds(20));
        var result = await new LoadRun(plan, target, TimeProvider.System).ExecuteAsync([follower], stop.Token, CancellationToken.None);
        Assert.That(follower.Offered, Is.EqualTo(result.OfferedOperations).And.GreaterThanOrEqualTo(result.Attempted));
    }

    private static Task<LoadResult> RunAsync(FakeTarget target, IReadOnlyList<IRunObserver> observers) =>
        new LoadRun(Plan(new Load.Closed(10, 1000, null, 80)), target, TimeProvider.System)
            .ExecuteAsync(observers, CancellationToken.None, CancellationToken.None);

    private static LoadPlan Plan(Load load) =>
        new() { Load = load, MaxDuration = TimeSpan.FromMinutes(1), Interval = TimeSpan.FromMilliseconds(100) };

    private sealed class Follower : IRunObserver
    {
        public bool Started { get; private set; }

        public long Ended { get; private set; }

        public long Recorded { get; private set; }

        public double Units { get; private set; }

        public long Offered { get; private set; }

        public long Latenesses { get; private set; }

        public long LongestLateness { get; private set; }

        public List<OperationInterval> Operations { get; } = [];

        public List<TimeSpan> Starts { get; } = [];

        public List<TimeSpan> Ends { get; } = [];

        public void OnStart(RunStart start) => Started = true;

        public void OnInterval(IntervalReport interval)
        {
            Ended += interval.EndedCount;
            Recorded += interval.Latencies.Service.TotalCount;
            Units += interval.WriteUnits;
            Offered += interval.Offered;
            Latenesses += interval.Lateness.TotalCount;
            LongestLateness = Math.Max(LongestLateness, interval.Lateness.GetMaxValue());
            Operations.AddRange(interval.Operations);
            Starts.Add(interval.Start);
            Ends.Add(interval.End);
        }
    }
}
