using LoadTest.Engine.Comparing;

namespace LoadTest.Engine.Tests.Comparing;

public sealed class RunComparisonTests
{
    private static readonly string[] Latencies = ["p50", "p90", "p99", "mean"];

    [Test]
    public void A_run_does_not_differ_from_itself()
    {
        var run = SyntheticRun.Of(seed: 1);
        Assert.That(Differences(run, run).Where(difference => difference.IsSignificant), Is.Empty);
        Assert.That(Differences(run, run).Select(difference => difference.Second - difference.First), Is.All.Zero);
    }

    [Test]
    public void Two_runs_of_the_same_system_show_no_significant_difference()
    {
        // The promise is 5 % of comparisons at the most; of six, one may be wrong before it is doubted.
        var wrong = Enumerable.Range(0, 6).Count(pair => Differences(SyntheticRun.Of(100 + pair), SyntheticRun.Of(200 + pair)).Any(difference => difference.IsSignificant));
        Assert.That(wrong, Is.LessThanOrEqualTo(1));
    }

    [TestCase(1)]
    [TestCase(2)]
    public void Ten_percent_more_latency_is_shown(int seed)
    {
        var differences = Differences(SyntheticRun.Of(seed), SyntheticRun.Of(seed + 50, factor: 1.1));
        var significant = differences.Where(difference => difference.IsSignificant).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(significant.Select(difference => difference.Metric), Is.SupersetOf(Latencies));
            Assert.That(significant.Select(difference => difference.Low), Is.All.Positive, "slower, and not faster");
            Assert.That(significant.Single(difference => difference.Metric == "p50").Relative, Is.EqualTo(0.1).Within(0.04));
            Assert.That(differences.Single(difference => difference.Metric == "achieved rate").IsSignificant, Is.False);
        }
    }

    [Test]
    public void More_errors_are_shown_in_points_of_percent()
    {
        var errors = Differences(SyntheticRun.Of(1, errorShare: 0.002), SyntheticRun.Of(2, errorShare: 0.01)).Single(difference => difference.Metric == "errors");
        Assert.That((errors.IsSignificant, errors.Unit), Is.EqualTo((true, "%")));
        Assert.That(errors.Second - errors.First, Is.EqualTo(0.8).Within(0.3));
    }

    [Test]
    public void A_few_intervals_prove_nothing()
    {
        var (first, second) = (SyntheticRun.Of(1, seconds: 9), SyntheticRun.Of(2, factor: 3, seconds: 9));
        Assert.That(Differences(first, second).Where(difference => difference.IsSignificant), Is.Empty);
    }

    [Test]
    public void A_run_in_which_nothing_succeeded_is_compared_by_what_it_has()
    {
        var differences = Differences(SyntheticRun.Of(1, errorShare: 1), SyntheticRun.Of(2, errorShare: 1));
        Assert.That(differences.Select(difference => difference.Metric), Is.EqualTo(new[] { "achieved rate", "errors", "throttled requests" }));
    }

    private static IReadOnlyList<MetricDifference> Differences(RunSamples first, RunSamples second) => RunComparison.Of(first, second).Single().Differences;
}
