using LoadTest.Items;

namespace LoadTest.Tests.Items;

public sealed class KeyDistributionTests
{
    private const int Draws = 200_000;

    [Test]
    public void Uniform_keys_are_equally_likely() => ChiSquared.Agrees(Counts(new UniformKeys(), 97), _ => 1 / 97.0);

    [TestCase(0.5, 100)]
    [TestCase(0.99, 1000)]
    [TestCase(1, 250)]
    [TestCase(1.0000001, 250)]
    [TestCase(1.7, 30)]
    public void Zipfian_keys_are_as_likely_as_their_rank_says(double exponent, int count)
    {
        var whole = Enumerable.Range(1, count).Sum(rank => Math.Pow(rank, -exponent));
        ChiSquared.Agrees(Counts(new ZipfianKeys(exponent), count), place => Math.Pow(place + 1, -exponent) / whole);
    }

    [Test]
    public void Latest_keys_are_the_more_likely_the_newer_they_are()
    {
        var whole = Enumerable.Range(1, 200).Sum(rank => Math.Pow(rank, -0.99));
        ChiSquared.Agrees(Counts(new ZipfianKeys(0.99, newestFirst: true), 200), place => Math.Pow(200 - place, -0.99) / whole);
    }

    [Test]
    public void A_hot_set_gets_its_share_and_is_even_within() =>
        ChiSquared.Agrees(Counts(new HotSetKeys(20, 80), 100), place => place < 20 ? 0.8 / 20 : 0.2 / 80);

    [Test]
    public void Sequential_keys_come_one_after_another_and_begin_again()
    {
        var places = Enumerable.Range(0, 7).Select(ordinal => new SequentialKeys().Choose(5, Draw(ordinal)));
        Assert.That(places, Is.EqualTo(new long[] { 0, 1, 2, 3, 4, 0, 1 }));
        ChiSquared.Agrees(Counts(new SequentialKeys(), 50), _ => 1 / 50.0);
    }

    [Test]
    public void A_single_key_is_always_the_same() =>
        Assert.That(Enumerable.Range(0, 1000).Select(ordinal => new SingleKey().Choose(50, Draw(ordinal))), Is.All.Zero);

    [Test]
    public void Every_distribution_stays_within_any_number_of_items()
    {
        KeyDistribution[] all = [new UniformKeys(), new ZipfianKeys(0.99), new ZipfianKeys(3, newestFirst: true), new HotSetKeys(0.001, 99), new SequentialKeys(), new SingleKey()];
        foreach (var count in new[] { 1L, 2, 3, 1_000_000_000_000 })
        {
            foreach (var keys in all)
                Assert.That(Enumerable.Range(0, 500).Select(ordinal => keys.Choose(count, Draw(ordinal))), Is.All.InRange(0, count - 1), $"{keys.GetType().Name} {count}");
        }
    }

    private static long[] Counts(KeyDistribution keys, int count)
    {
        var counts = new long[count];
        for (var i = 0; i < Draws; i++) counts[keys.Choose(count, Draw(i))]++;
        return counts;
    }

    private static KeyDraw Draw(long ordinal) => new(ordinal, 0, 1, 0, SplitMix.Bits(11, ordinal, 1));
}
