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

    private static Task<LoadResult> RunAsync(FakeTarget target, IReadOnlyList<IRunObserver> observers)
    {
        var plan = new LoadPlan
        {
            Load = new Load.Closed(10, 1000, null, 80),
            MaxDuration = TimeSpan.FromMinutes(1),
            Interval = TimeSpan.FromMilliseconds(100),
        };
        return new LoadRun(plan, target, TimeProvider.System).ExecuteAsync(observers, CancellationToken.None, CancellationToken.None);
    }

    private sealed class Follower : IRunObserver
    {
        public bool Started { get; private set; }

        public long Ended { get; private set; }

        public long Recorded { get; private set; }

        public double Units { get; private set; }

        public List<TimeSpan> Starts { get; } = [];

        public List<TimeSpan> Ends { get; } = [];

        public void OnStart() => Started = true;

        public void OnInterval(IntervalReport interval)
        {
            Ended += interval.EndedCount;
            Recorded += interval.Latencies.Service.TotalCount;
            Units += interval.WriteUnits;
            Starts.Add(interval.Start);
            Ends.Add(interval.End);
        }
    }
}
