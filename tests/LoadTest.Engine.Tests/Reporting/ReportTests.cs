using System.Globalization;
using System.Text;
using System.Text.Json;
using HdrHistogram;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;
using TestSupport;

namespace LoadTest.Engine.Tests.Reporting;

[TestFixtureSource(typeof(Cultures), nameof(Cultures.All))]
public sealed class ReportTests(CultureInfo culture)
{
    [Test]
    public void Summary_json_is_the_documented_contract() =>
        Golden.Matches("summary.json", Cultures.In(culture, () => Written(stream => SummaryJson.Write(SampleRun.Summary, stream))));

    [Test]
    public void Report_md_reads_the_same_in_every_culture() => Golden.Matches("report.md", Cultures.In(culture, () =>
    {
        using var writer = new StringWriter();
        MarkdownReport.Write(SampleRun.Summary, writer);
        return writer.ToString();
    }));

    [Test]
    public void Junit_xml_has_a_test_case_a_threshold() =>
        Golden.Matches("junit.xml", Cultures.In(culture, () => Written(stream => JUnitXml.Write(SampleRun.Summary, stream))) + "\n");

    [Test]
    public void The_short_report_is_the_first_part_of_the_long_one()
    {
        using var whole = new StringWriter();
        using var part = new StringWriter();
        MarkdownReport.Write(SampleRun.Summary, whole);
        MarkdownReport.WriteShort(SampleRun.Summary, part);
        Assert.That(whole.ToString(), Does.StartWith(part.ToString()).And.Contain("## Settings"));
        Assert.That(part.ToString(), Does.Contain("## Thresholds").And.Contain("## Operations").And.Not.Contain("## Settings"));
    }

    [Test]
    public void Timeseries_csv_has_a_row_an_interval_and_points_for_decimals() => Golden.Matches("timeseries.csv", Cultures.In(culture, () =>
    {
        using var writer = new StringWriter();
        var series = new TimeSeriesCsv(writer);
        series.OnStart(SampleRun.Start);
        series.OnInterval(SampleRun.Interval);
        return writer.ToString();
    }));

    [Test]
    public void A_partial_run_says_so_before_anything_else()
    {
        var partial = SampleRun.Summary with { Outcome = RunOutcome.Aborted, Result = SampleRun.Summary.Result with { Ending = Ending.Stopped, NotStarted = 99 } };
        using var writer = new StringWriter();
        MarkdownReport.Write(partial, writer);
        using var json = JsonDocument.Parse(Written(stream => SummaryJson.Write(partial, stream)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(writer.ToString().Split('\n')[2], Does.StartWith("**Partial"));
            Assert.That(json.RootElement.GetProperty("partial").GetBoolean(), Is.True);
            Assert.That(json.RootElement.GetProperty("outcome").GetString(), Is.EqualTo("aborted"));
            Assert.That(json.RootElement.GetProperty("offered").GetProperty("notStarted").GetInt64(), Is.EqualTo(99));
        }
    }

    [Test]
    public void Latency_hlog_is_read_back_by_the_library_s_own_reader()
    {
        using var text = new StringWriter();
        Cultures.In(culture, () =>
        {
            var log = new LatencyLog(text);
            log.OnStart(SampleRun.Start);
            log.OnInterval(SampleRun.Interval);
            return 0;
        });
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        using var reader = new HistogramLogReader(stream);
        var histograms = reader.ReadHistograms().ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(histograms.Select(histogram => histogram.Tag), Is.EqualTo(new[] { "PutItem.success.response", "PutItem.success.service" }));
            Assert.That(histograms[0].TotalCount, Is.EqualTo(1200));
            Assert.That(LatencySummary.Of(histograms[0]), Is.EqualTo(LatencySummary.Of(SampleRun.Interval.Latencies.Response)));
        }
    }

    private static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
