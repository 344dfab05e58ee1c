using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Tests.Values;

public sealed class ThresholdsTextTests
{
    [TestCase("p99<25ms", "p99", "<", 25, ThresholdUnit.Milliseconds, "p99<25ms")]
    [TestCase("P99.9 <= 2.5s", "p99.9", "<=", 2500, ThresholdUnit.Milliseconds, "p99.9<=2.5s")]
    [TestCase("service-max<750us", "service-max", "<", 0.75, ThresholdUnit.Milliseconds, "service-max<750us")]
    [TestCase("mean<=110%", "mean", "<=", 110, ThresholdUnit.PercentOfBaseline, "mean<=110%baseline")]
    [TestCase("error-rate < 0.1%", "error-rate", "<", 0.1, ThresholdUnit.Percent, "error-rate<0.1%")]
    [TestCase("error-rate<=150% baseline", "error-rate", "<=", 150, ThresholdUnit.PercentOfBaseline, "error-rate<=150%baseline")]
    [TestCase("achieved-rate>=99%", "achieved-rate", ">=", 99, ThresholdUnit.Percent, "achieved-rate>=99%")]
    [TestCase("achieved-rate>950/s", "achieved-rate", ">", 950, ThresholdUnit.PerSecond, "achieved-rate>950/s")]
    [TestCase("errors<=0", "errors", "<=", 0, ThresholdUnit.Count, "errors<=0")]
    [TestCase("throttles<=100%", "throttles", "<=", 100, ThresholdUnit.PercentOfBaseline, "throttles<=100%baseline")]
    public void A_threshold_is_a_metric_a_comparison_and_a_limit(
        string text, string metric, string comparison, double limit, ThresholdUnit unit, string canonical)
    {
        var threshold = ThresholdsText.Parse(text).Value!.Thresholds.Single();
        Assert.That(threshold, Is.EqualTo(new ThresholdSetting(null, metric, comparison, limit, unit, canonical)));
        Assert.That(ThresholdsText.Parse(canonical).Value!.ToString(), Is.EqualTo(canonical), "what is written is read again");
    }

    [Test]
    public void A_threshold_may_be_of_one_operation_alone()
    {
        var list = ThresholdsText.Parse("put:p99<10ms, Get : p50<1ms,p99<1s").Value!;
        Assert.Multiple(() =>
        {
            Assert.That(list.Thresholds.Select(threshold => threshold.Operation), Is.EqualTo(new OperationKind?[] { OperationKind.Put, OperationKind.Get, null }));
            Assert.That(list.ToString(), Is.EqualTo("put:p99<10ms,get:p50<1ms,p99<1s"));
            Assert.That(list.NeedBaseline, Is.False);
        });
    }

    [Test]
    public void Every_flaw_is_named_at_once_with_its_place()
    {
        const string text = "p99<25ms,latency<3ms, p101<1ms,error-rate<5ms,move:p50<1ms,p99=1ms,put:achieved-rate>=99%,p99<25ms,p50<-1ms,";
        var phrase = ThresholdsText.Parse(text).Flaw!.Phrase;
        Assert.Multiple(() =>
        {
            Assert.That(phrase, Does.Contain("at character 10 'latency' is no metric: take p50"));
            Assert.That(phrase, Does.Contain("at character 23 'p101' is no metric"));
            Assert.That(phrase, Does.Contain("at character 32 '5ms' is no limit of error-rate: give a share such as 0.1%"));
            Assert.That(phrase, Does.Contain("at character 47 'move' is no operation"));
            Assert.That(phrase, Does.Contain("at character 60 'p99=1ms' is not of the form METRIC<LIMIT"));
            Assert.That(phrase, Does.Contain("at character 68 a share of the offered rate is known of all operations together alone"));
            Assert.That(phrase, Does.Contain("at character 91 'p99<25ms' is there a second time"));
            Assert.That(phrase, Does.Contain("at character 100 '-1ms' is no limit of p50"));
            Assert.That(phrase, Does.Contain("at character 109 '' is not of the form"));
        });
    }

    [TestCase("p99<25")]
    [TestCase("p99<1,5ms")]
    [TestCase("p99<<1ms")]
    [TestCase("p99<1e400ms")]
    [TestCase("p0<1ms")]
    [TestCase("p100<1ms")]
    [TestCase("service-error-rate<1%")]
    [TestCase("errors<1/s")]
    [TestCase("")]
    public void Text_that_is_no_threshold_is_refused(string text) => Assert.That(ThresholdsText.Parse(text).Flaw, Is.Not.Null);
}
