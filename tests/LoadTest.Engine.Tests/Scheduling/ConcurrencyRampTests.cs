using CsCheck;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Scheduling;

namespace LoadTest.Engine.Tests.Scheduling;

public sealed class ConcurrencyRampTests
{
    [Test]
    public void The_first_fifth_climbs_in_ten_equal_steps()
    {
        var ramp = new ConcurrencyRamp(Closed(limit: 110, percentage: 80));
        var limits = Enumerable.Range(0, 10).Select(step => ramp.LimitAt(step * 0.02 + 0.001));
        Assert.That(limits, Is.EqualTo(new[] { 10, 20, 30, 40, 50, 60, 70, 80, 90, 100 }));
    }

    [Test]
    public void The_rest_runs_at_the_limit()
    {
        var ramp = new ConcurrencyRamp(Closed(limit: 110, percentage: 80));
        Assert.That(new[] { ramp.LimitAt(0.2), ramp.LimitAt(0.7), ramp.LimitAt(1) }, Is.All.EqualTo(110));
    }

    [Test]
    public void Without_a_ramp_the_limit_holds_from_the_start() =>
        Assert.That(new ConcurrencyRamp(Closed(limit: 9, percentage: 100)).LimitAt(0), Is.EqualTo(9));

    [TestCase(1, 0)]
    [TestCase(2, 1)]
    [TestCase(4, 3)]
    [TestCase(1000, 10)]
    public void A_small_limit_has_no_more_steps_than_concurrencies_below_it(int limit, int steps) =>
        Assert.That(new ConcurrencyRamp(Closed(limit, 50)).Steps, Is.EqualTo(steps));

    [Test]
    public void The_concurrency_never_falls_is_never_zero_and_never_above_the_limit() =>
        Gen.Select(Gen.Int[1, 10_000], Gen.Double[0, 100], Gen.Double[0, 1].Array[20]).Sample((limit, percentage, shares) =>
        {
            var ramp = new ConcurrencyRamp(Closed(limit, percentage));
            var limits = shares.Order().Select(ramp.LimitAt).ToArray();
            return limits.Zip(limits.Skip(1)).All(pair => pair.First <= pair.Second) && limits.All(value => value >= 1 && value <= limit);
        });

    private static Load.Closed Closed(int limit, double percentage) => new(limit, 1000, null, percentage);
}
