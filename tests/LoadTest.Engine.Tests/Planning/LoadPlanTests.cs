using LoadTest.Engine.Planning;

namespace LoadTest.Engine.Tests.Planning;

public sealed class LoadPlanTests
{
    [Test]
    public void An_open_load_is_warmed_up_at_the_rate_that_it_begins_with()
    {
        var plan = Plan(new Load.Open([Stage.Hold(200, TimeSpan.FromSeconds(5)), Stage.Hold(900, TimeSpan.FromSeconds(5))], 10));
        Assert.That(((Load.Open)plan.WarmUpLoad).Stages, Is.EqualTo(new[] { Stage.Hold(200, TimeSpan.FromSeconds(2)) }));
    }

    [Test]
    public void A_ramp_from_zero_is_warmed_up_at_a_tenth_of_what_it_rises_to()
    {
        var plan = Plan(new Load.Open([new Stage(0, 900, TimeSpan.FromSeconds(5))], 10));
        Assert.That(((Load.Open)plan.WarmUpLoad).Stages, Is.EqualTo(new[] { Stage.Hold(90, TimeSpan.FromSeconds(2)) }));
    }

    [Test]
    public void A_closed_load_is_warmed_up_for_a_time_at_its_limit()
    {
        var plan = Plan(new Load.Closed(7, 100, null, 80));
        Assert.That(plan.WarmUpLoad, Is.EqualTo(new Load.Closed(7, null, TimeSpan.FromSeconds(2), 100)));
    }

    [TestCase(0, 4)]
    [TestCase(2, 3)]
    public void A_worker_opens_its_part_of_the_lanes(int index, int lanes)
    {
        var plan = Plan(new Load.Closed(10, 100, null, 80)) with { Share = new WorkerShare(index, 3) };
        Assert.That(plan.Lanes, Is.EqualTo(lanes));
    }

    private static LoadPlan Plan(Load load) => new() { Load = load, WarmUp = TimeSpan.FromSeconds(2), MaxDuration = TimeSpan.FromMinutes(1) };
}
