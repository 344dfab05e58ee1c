using LoadTest.Engine.Reporting;
using LoadTest.Engine.Thresholds;

namespace LoadTest.Engine.Tests.Thresholds;

public sealed class ThresholdJudgeTests
{
    private static readonly LoadResult Result =
        Results.Of(Results.Operation("PutItem", success: 90, errors: 4, throttled: 6, retriedThrottles: 100, expected: 100), Results.Operation("GetItem", success: 800));

    [TestCase("p50", null, 355)]
    [TestCase("p50", "PutItem", 45)]
    [TestCase("service-p50", "PutItem", 22.5)]
    [TestCase("max", "PutItem", 90)]
    [TestCase("mean", "PutItem", 45.5)]
    [TestCase("service-max", null, 400)]
    [TestCase("error-rate", null, 0.4)]
    [TestCase("error-rate", "PutItem", 2)]
    [TestCase("error-rate", "GetItem", 0)]
    [TestCase("throttle-rate", "PutItem", 100.0 * 106 / 300)]
    [TestCase("achieved-rate", null, 100)]
    [TestCase("achieved-rate", "GetItem", 80)]
    [TestCase("errors", null, 4)]
    [TestCase("throttles", null, 106)]
    public void A_metric_is_read_from_the_whole_or_from_one_operation(string metric, string? operation, double expected)
    {
        var verdict = Judge(Absolute(metric, "<", 1e9) with { Operation = operation });
        Assert.That(verdict.Value, Is.EqualTo(expected).Within(0.1).Percent.Or.EqualTo(expected).Within(1e-9));
        Assert.That(verdict.Holds, Is.True);
    }

    [TestCase("<", 4, false)]
    [TestCase("<=", 4, true)]
    [TestCase(">", 4, false)]
    [TestCase(">=", 4, true)]
    [TestCase("<", 5, true)]
    [TestCase(">", 3, true)]
    public void The_limit_itself_holds_only_where_it_is_included(string comparison, double limit, bool holds) =>
        Assert.That(Judge(Absolute("errors", comparison, limit)).Holds, Is.EqualTo(holds));

    [TestCase(100, true)]
    [TestCase(101, false)]
    public void A_share_of_the_offered_rate_is_a_rate(double percent, bool holds)
    {
        var verdict = Judge(Absolute("achieved-rate", ">=", percent) with { LimitKind = LimitKind.OfOffered });
        Assert.That((verdict.Limit, verdict.Holds), Is.EqualTo((percent, holds)));
        Assert.That(verdict.LimitText, Is.EqualTo($">= {percent}/s"));
    }

    [Test]
    public void What_was_not_measured_is_not_taken_for_held()
    {
        var nothing = Results.Of();
        var verdicts = ThresholdJudge.Judge([Absolute("p99", "<", 5), Absolute("p99", "<", 5) with { Operation = "Query" }, Absolute("error-rate", "<", 5)], nothing, null);
        Assert.That(verdicts.Select(verdict => verdict.Holds), Is.All.False);
        Assert.That(verdicts.Select(verdict => verdict.Reason), Is.All.Contain("nothing was measured"));
    }

    [Test]
    public void A_closed_load_has_no_offered_rate_to_take_a_share_of()
    {
        var closed = Result with { OfferedRatePerSecond = null };
        var verdict = ThresholdJudge.Judge([Absolute("achieved-rate", ">=", 99) with { LimitKind = LimitKind.OfOffered }], closed, null).Single();
        Assert.That((verdict.Holds, verdict.Reason), Is.EqualTo((false, "no rate was offered")));
    }

    [Test]
    public void Every_metric_of_the_grammar_is_known_here()
    {
        string[] latencies = ["p50", "p99.99", "max", "mean"];
        string[] names = [.. latencies, .. latencies.Select(name => "service-" + name), "error-rate", "throttle-rate", "achieved-rate", "errors", "throttles"];
        Assert.That(names.Select(name => Metric.Named(name).Name), Is.EqualTo(names));
        Assert.That(() => Metric.Named("latency"), Throws.ArgumentException);
    }

    private static ThresholdVerdict Judge(Threshold threshold) => ThresholdJudge.Judge([threshold], Result, null).Single();

    private static Threshold Absolute(string metric, string comparison, double limit) =>
        new(metric, null, Metric.Named(metric), new Comparison(comparison), limit, LimitKind.Absolute);
}
