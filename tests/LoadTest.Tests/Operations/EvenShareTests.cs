using LoadTest.Operations;

namespace LoadTest.Tests.Operations;

public sealed class EvenShareTests
{
    [TestCase(0.0)]
    [TestCase(0.0000001)]
    [TestCase(2.5)]
    [TestCase(33.3333333)]
    [TestCase(99.9999999)]
    [TestCase(100.0)]
    public void Of_the_first_ones_as_many_belong_to_the_share_as_it_says_however_many_there_are(double percentage)
    {
        var share = new EvenShare(percentage);
        foreach (var number in new[] { 0, 1, 2, 3, 999, 1_000_000_000, 1_000_000_001, 987_654_321_012_345, 9_000_000_000_000_000 })
            Assert.That(share.CountBefore(number), Is.EqualTo((long)decimal.Floor((decimal)percentage * number / 100)), $"{number}");
    }

    [Test]
    public void They_are_spread_evenly()
    {
        var share = new EvenShare(12.5);
        Assert.That(Enumerable.Range(0, 80).Where(number => share.Contains(number)), Is.EqualTo(Enumerable.Range(1, 10).Select(nth => nth * 8 - 1)));
    }
}
