using HdrHistogram;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;

namespace LoadTest.Engine.Tests.Reporting;

public sealed class LatencySummaryTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(10)]
    [TestCase(999)]
    [TestCase(1000)]
    [TestCase(20_000)]
    public void All_that_is_read_in_one_pass_is_what_the_library_tells_one_by_one(int count)
    {
        var (histogram, random) = (LatencyRecorder.NewHistogram(), new Random(count));
        for (var i = 0; i < count; i++) histogram.RecordValue((long)Math.Pow(LatencyRecorder.Longest, random.NextDouble()));
        var expected = new LatencySummary(
            count, At(50), At(75), At(90), At(95), At(99), At(99.9), histogram.GetMaxValue() / 1000.0, histogram.GetMean() / 1000);
        var summary = LatencySummary.Of(histogram);
        Assert.That(summary with { Mean = expected.Mean }, Is.EqualTo(expected));
        Assert.That(summary.Mean, Is.EqualTo(expected.Mean).Within(1e-9).Percent);

        double At(double percentile) => histogram.GetValueAtPercentile(percentile) / 1000.0;
    }

    [Test]
    public void Of_nothing_all_are_zero() => Assert.That(
        new[] { LatencySummary.Of(null), LatencySummary.Of(LatencyRecorder.NewHistogram()) }, Is.All.EqualTo(new LatencySummary(0, 0, 0, 0, 0, 0, 0, 0, 0)));
}
