using System.Text;
using System.Text.Json;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Tests.Reporting;
using LoadTest.Engine.Thresholds;

namespace LoadTest.Engine.Tests.Thresholds;

public sealed class BaselineTests
{
    [Test]
    public void A_run_compared_with_its_own_summary_is_at_a_hundred_percent_of_it()
    {
        var baseline = Read(SampleRun.Summary);
        string[] metrics = ["p50", "p75", "p90", "p95", "p99", "p99.9", "max", "mean", "service-p99", "error-rate", "throttle-rate", "achieved-rate", "errors", "throttles"];
        string?[] operations = [null, "PutItem"];
        var thresholds = (from metric in metrics
                          from operation in operations
                          from comparison in new[] { "<=", ">=" }
                          let slack = comparison == "<=" ? 100.01 : 99.99
                          select new Threshold(metric, operation, Metric.Named(metric), new Comparison(comparison), slack, LimitKind.OfBaseline)).ToList();
        var verdicts = ThresholdJudge.Judge(thresholds, SampleRun.Summary.Result, baseline);
        Assert.That(verdicts.Where(verdict => !verdict.Holds).Select(verdict => $"{verdict.Threshold} was {verdict.Value}"), Is.Empty);
    }

    [Test]
    public void The_result_of_a_run_tells_the_same_as_its_summary_and_every_other_percentile_too()
    {
        var (ofResult, ofSummary) = (Baseline.Of("run", SampleRun.Summary.Result), Read(SampleRun.Summary));
        string[] metrics = ["p50", "p99.9", "max", "mean", "service-p99", "error-rate", "throttle-rate", "achieved-rate", "errors", "throttles"];
        using (Assert.EnterMultipleScope())
        {
            foreach (var operation in new[] { null, "PutItem" })
            {
                foreach (var metric in metrics) Assert.That(ofResult.ValueOf(operation, metric), Is.Not.Null.And.EqualTo(ofSummary.ValueOf(operation, metric)).Within(0.01).Percent, $"{operation} {metric}");
            }

            Assert.That(ofResult.ValueOf(null, "service-p42"), Is.Positive);
            Assert.That(ofResult.ValueOf("Query", "p99"), Is.Null, "there was none");
        }
    }

    [Test]
    public void A_metric_that_the_summary_lacks_is_not_known()
    {
        var baseline = Read(SampleRun.Summary);
        Assert.That(baseline.ValueOf(null, "p99.99"), Is.Null);
        Assert.That(baseline.ValueOf("Query", "p99"), Is.Null);
        var verdict = ThresholdJudge.Judge(
            [new Threshold("p99.99<=110%", null, Metric.Named("p99.99"), new Comparison("<="), 110, LimitKind.OfBaseline)], SampleRun.Summary.Result, baseline).Single();
        Assert.That((verdict.Holds, verdict.Reason), Is.EqualTo((false, "the baseline does not hold this metric")));
    }

    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("{\"runId\":\"x\",\"achieved\":{\"durationSeconds\":\"1\"},\"operations\":[]}")]
    [TestCase("no json")]
    public void What_is_no_summary_is_refused(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.That(() => Baseline.Read(stream), Throws.InstanceOf<JsonException>());
    }

    private static Baseline Read(RunSummary summary)
    {
        using var stream = new MemoryStream();
        SummaryJson.Write(summary, stream);
        stream.Position = 0;
        return Baseline.Read(stream);
    }
}
