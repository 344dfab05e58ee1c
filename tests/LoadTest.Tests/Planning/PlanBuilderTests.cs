using LoadTest.Configuration.Sources;
using LoadTest.Engine.Planning;
using LoadTest.Planning;

namespace LoadTest.Tests.Planning;

public sealed class PlanBuilderTests
{
    [Test]
    public void Without_any_setting_a_closed_load_of_ten_thousand_operations_is_planned()
    {
        var plan = Plan();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Load.Load, Is.EqualTo(new Load.Closed(100, 10_000, null, 80)));
            Assert.That(plan.Load.MaxDuration, Is.EqualTo(TimeSpan.FromHours(1)));
            Assert.That(plan.Table.Name, Is.EqualTo("dev-dynamodb-load-test"));
            Assert.That(plan.Table.MayCreate, Is.False);
        }
    }

    [Test]
    public void A_rate_makes_an_open_load_that_ends_fifteen_minutes_after_its_plan_at_the_latest()
    {
        var plan = Plan("rate=2000", "duration=10s", "max-connections=64");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Load.Load, Is.InstanceOf<Load.Open>().With.Property(nameof(Load.Open.MaxConnections)).EqualTo(64));
            Assert.That(((Load.Open)plan.Load.Load).Stages, Is.EqualTo(new[] { Stage.Hold(2000, TimeSpan.FromSeconds(10)) }));
            Assert.That(plan.Load.MaxDuration, Is.EqualTo(TimeSpan.FromSeconds(910)));
            Assert.That(plan.Costs.Operations, Is.EqualTo(20_000));
            Assert.That(plan.Description, Is.EqualTo("open model: hold 2000/s for 10 s, over at most 64 connections"));
        }
    }

    [Test]
    public void Stages_follow_one_another()
    {
        var plan = Plan("stages=ramp:100:10s,hold:100:30s,ramp:0:10s");
        Assert.That(((Load.Open)plan.Load.Load).Stages, Is.EqualTo(new[]
        {
            new Stage(0, 100, TimeSpan.FromSeconds(10)), new Stage(100, 100, TimeSpan.FromSeconds(30)), new Stage(100, 0, TimeSpan.FromSeconds(10)),
        }));
    }

    [Test]
    public void A_duration_without_items_bounds_a_closed_load_by_time() =>
        Assert.That(Plan("concurrency-limit=5", "duration=1m").Load.Load, Is.EqualTo(new Load.Closed(5, null, TimeSpan.FromMinutes(1), 80)));

    [Test]
    public void A_load_that_only_reads_gets_items_to_read()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Plan("operation-mix=get=1").PreloadItems, Is.EqualTo(1000));
            Assert.That(Plan("operation-mix=get=1", "preload-items=0").PreloadItems, Is.Zero);
            Assert.That(Plan("operation-mix=get=1,put=1").PreloadItems, Is.Zero);
        }
    }

    [Test]
    public void The_local_environment_may_create_its_table() => Assert.That(Plan("environment=local").Table.MayCreate, Is.True);

    [Test]
    public void A_run_id_is_made_of_the_time_and_is_not_the_same_twice()
    {
        var ids = Enumerable.Range(0, 20).Select(_ => Plan().RunId).ToArray();
        Assert.That(ids, Has.All.Match("^20260102-030405-[0-9a-f]{4}$").And.Some.Not.EqualTo(ids[0]));
    }

    private static RunPlan Plan(params string[] flags)
    {
        var read = SettingsReader.Read(new SettingsInput
        {
            Flags = [.. flags.Select(flag => flag.Split('=', 2)).Select(parts => new FlagValue(parts[0], parts[1]))],
        });
        return PlanBuilder.Build(read.SettingsOrThrow(), new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), isFree: false);
    }
}
