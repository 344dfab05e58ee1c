using LocalDynamo.Faults;

namespace LocalDynamo.Tests.Faults;

public sealed class FaultPlanTests
{
    private const int Draws = 100_000;

    [Test]
    public void The_same_seed_gives_the_same_faults_and_another_seed_others()
    {
        var options = new FaultOptions { Seed = 7, Throttle = 0.2, ServerError = 0.2, Drop = 0.2 };
        var first = Faults(options, 1000);
        Assert.Multiple(() =>
        {
            Assert.That(Faults(options, 1000), Is.EqualTo(first));
            Assert.That(first, Is.Not.EqualTo(Faults(options with { Seed = 8 }, 1000)));
        });
    }

    [Test]
    public void Shares_are_met()
    {
        var faults = Faults(new FaultOptions
        {
            Seed = 1,
            Throttle = 0.1,
            ServerError = 0.02,
            Unavailable = 0.03,
            Hang = 0.001,
            SlowBody = 0.05,
            Drop = 0.04,
            LoseWrite = 0.0001
        }, Draws);
        Assert.Multiple(() =>
        {
            Expect(faults, Fault.Throttle, 0.1);
            Expect(faults, Fault.ServerError, 0.02);
            Expect(faults, Fault.Unavailable, 0.03);
            Expect(faults, Fault.Hang, 0.001);
            Expect(faults, Fault.SlowBody, 0.05);
            Expect(faults, Fault.DropBefore, 0.02);
            Expect(faults, Fault.DropAfter, 0.02);
            Expect(faults, Fault.LoseWrite, 0.0001);
        });
    }

    [Test]
    public void A_share_of_one_hits_every_request() =>
        Assert.That(Faults(new FaultOptions { ServerError = 1 }, 1000), Is.All.EqualTo(Fault.ServerError));

    [Test]
    public void Without_options_nothing_goes_wrong() =>
        Assert.That(Faults(new FaultOptions { Seed = 5 }, 1000), Is.All.EqualTo(Fault.None));

    [Test]
    public void Log_normal_latency_has_its_median_and_its_spread()
    {
        var plan = new FaultPlan(new FaultOptions { Seed = 3, Latency = new LatencyModel.LogNormal(TimeSpan.FromMilliseconds(10), 0.5) });
        var delays = Enumerable.Range(0, Draws).Select(_ => plan.Next().Delay.TotalMilliseconds).Order().ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(delays[Draws / 2], Is.EqualTo(10).Within(0.2));
            Assert.That(delays[(int)(Draws * 0.99)], Is.EqualTo(10 * Math.Exp(0.5 * 2.326)).Within(1.5));
        });
    }

    [Test]
    public void Fixed_latency_is_fixed()
    {
        var plan = new FaultPlan(new FaultOptions { Latency = new LatencyModel.Fixed(TimeSpan.FromMilliseconds(7)) });
        Assert.That(Enumerable.Range(0, 10).Select(_ => plan.Next().Delay), Is.All.EqualTo(TimeSpan.FromMilliseconds(7)));
    }

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void A_share_outside_0_to_1_is_refused(double share) =>
        Assert.That(() => new FaultPlan(new FaultOptions { Drop = share }), Throws.ArgumentException.With.Message.Contains("outside 0..1"));

    [Test]
    public void Shares_that_add_up_to_more_than_1_are_refused() =>
        Assert.That(() => new FaultPlan(new FaultOptions { Drop = 0.6, Hang = 0.6 }), Throws.ArgumentException);

    private static Fault[] Faults(FaultOptions options, int count)
    {
        var plan = new FaultPlan(options);
        return [.. Enumerable.Range(0, count).Select(_ => plan.Next().Fault)];
    }

    // Five standard deviations of a binomial count.
    private static void Expect(Fault[] faults, Fault fault, double share) =>
        Assert.That(faults.Count(drawn => drawn == fault),
            Is.EqualTo(share * faults.Length).Within(1 + (5 * Math.Sqrt(share * faults.Length))), fault.ToString());
}
