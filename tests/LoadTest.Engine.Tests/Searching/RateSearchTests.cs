using LoadTest.Engine.Searching;

namespace LoadTest.Engine.Tests.Searching;

public sealed class RateSearchTests
{
    [TestCase(100, 1000)]
    [TestCase(100, 137.5)]
    [TestCase(5000, 60)]
    [TestCase(1, 123_456)]
    [TestCase(100, 100)]
    public void What_is_found_lies_within_the_precision_below_the_capacity(double first, double capacity)
    {
        var search = new RateSearch(first, precision: 0.02, highest: 1e9);
        var trials = 0;
        while (search.Next() is { } rate)
        {
            search.Add(rate, held: rate <= capacity);
            trials++;
        }

        Assert.That(search.HighestHeld, Is.LessThanOrEqualTo(capacity).And.GreaterThanOrEqualTo(capacity / 1.02));
        Assert.That(search.LowestBroken, Is.GreaterThan(capacity));
        Assert.That(trials, Is.LessThan(30));
    }

    [Test]
    public void Where_nothing_holds_the_search_ends_at_a_thousandth()
    {
        var search = new RateSearch(100, 0.02, 1e9);
        var trials = 0;
        while (search.Next() is { } rate && trials++ < 100) search.Add(rate, held: false);
        Assert.That((trials, search.HighestHeld, search.LowestBroken), Is.EqualTo((11, (double?)null, (double?)(100.0 / 1024))));
    }

    [Test]
    public void Where_everything_holds_the_search_ends_at_the_highest_rate_allowed()
    {
        var search = new RateSearch(100, 0.02, highest: 350);
        var rates = new List<double>();
        while (search.Next() is { } rate)
        {
            rates.Add(rate);
            search.Add(rate, held: true);
        }

        Assert.That(rates, Is.EqualTo(new[] { 100, 200, 350.0 }));
    }
}
