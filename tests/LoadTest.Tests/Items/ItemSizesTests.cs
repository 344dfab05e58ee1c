using LoadTest.Items;

namespace LoadTest.Tests.Items;

public sealed class ItemSizesTests
{
    private const int Draws = 200_000;

    [Test]
    public void Fixed_sizes_are_all_the_same() => Assert.That(Sizes(new FixedSizes(700)), Is.All.EqualTo(700));

    [Test]
    public void Uniform_sizes_are_equally_likely_and_reach_both_ends()
    {
        var counts = new long[101];
        foreach (var size in Sizes(new UniformSizes(100, 200))) counts[size - 100]++;
        ChiSquared.Agrees(counts, _ => 1 / 101.0);
    }

    // Deciles of the normal distribution, in standard deviations.
    [Test]
    public void The_logarithm_of_log_normal_sizes_is_normally_distributed()
    {
        double[] deciles = [-1.28155, -0.84162, -0.52440, -0.25335, 0, 0.25335, 0.52440, 0.84162, 1.28155];
        var counts = new long[10];
        foreach (var size in Sizes(new LogNormalSizes(20_000, 0.5))) counts[deciles.Count(decile => Math.Log(size / 20_000.0) / 0.5 > decile)]++;
        ChiSquared.Agrees(counts, _ => 0.1);
    }

    [Test]
    public void No_log_normal_size_is_one_that_DynamoDB_refuses() =>
        Assert.That(Sizes(new LogNormalSizes(100_000, 5)), Is.All.InRange(ItemSizes.Smallest, ItemSizes.Largest));

    [Test]
    public void Sizes_of_a_histogram_come_as_often_as_they_were_counted()
    {
        var sizes = SizeHistogramFile.Parse("# bytes, count\n100, 1\n200 3\r\n300,0\n400\t6 # most\n\n");
        var counts = Sizes(sizes).GroupBy(size => size).OrderBy(group => group.Key).ToDictionary(group => group.Key, group => (long)group.Count());
        Assert.That(counts.Keys, Is.EqualTo(new[] { 100, 200, 400 }));
        ChiSquared.Agrees([.. counts.Values], i => new[] { 0.1, 0.3, 0.6 }[i]);
    }

    [TestCase("100,1\n200", "line 2: '200' is not a size and a count")]
    [TestCase("100,1\n\n63,1", "line 3: 63 is no size from 64 to 409600 bytes")]
    [TestCase("100,-1", "line 1: '100,-1' is not a size and a count")]
    [TestCase("100,0\n", "line 2: there is no count above zero, or the counts are too large")]
    [TestCase("", "line 1: there is no count above zero, or the counts are too large")]
    public void A_file_that_is_no_histogram_is_refused_with_its_line(string text, string message) =>
        Assert.That(() => SizeHistogramFile.Parse(text), Throws.TypeOf<DataFileException>().With.Message.EqualTo(message));

    private static IEnumerable<int> Sizes(ItemSizes sizes) => Enumerable.Range(0, Draws).Select(ordinal => sizes.Of(SplitMix.Bits(3, ordinal, -1)));
}
