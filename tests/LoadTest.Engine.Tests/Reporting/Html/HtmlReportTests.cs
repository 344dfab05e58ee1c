using System.Globalization;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Reporting.Html;
using LoadTest.Engine.Reporting.Timelines;
using TestSupport;

namespace LoadTest.Engine.Tests.Reporting.Html;

[TestFixtureSource(typeof(Cultures), nameof(Cultures.All))]
public sealed class HtmlReportTests(CultureInfo culture)
{
    [Test]
    public void Report_html_is_the_same_in_every_culture() =>
        Golden.Matches("report.html", Cultures.In(culture, () => Page(SamplePage.Summary, SamplePage.Points)));

    [Test]
    public void No_text_of_a_run_becomes_markup()
    {
        var page = Page(SamplePage.Summary, SamplePage.Points);
        Assert.That(page, Does.Not.Contain("<script"));
        Assert.That(page, Does.Contain("&lt;script&gt;document.title=&#39;broken&#39;&lt;/script&gt;&amp;&quot;&#39;"));
    }

    [Test]
    public void A_run_without_any_success_and_without_a_timeline_has_a_page_too()
    {
        var nothing = SampleRun.Summary with { Result = SampleRun.Summary.Result with { Operations = [] }, Warnings = [], Thresholds = [], Settings = [] };
        var page = Page(nothing, []);
        Assert.That(page, Does.Contain("Passed").And.Not.Contain("<svg viewBox=\"0 0 480").And.Not.Contain("NaN"));
    }

    [TestCase(1)]
    [TestCase(2)]
    public void A_run_of_a_few_intervals_has_lines_all_the_same(int intervals)
    {
        var page = Page(SampleRun.Summary, [.. SamplePage.Points.Take(intervals)]);
        Assert.That(page, Does.Contain("<path class=\"line a\" d=\"M50 ").And.Not.Contain("NaN").And.Not.Contain("Infinity").And.Not.Contain("∞"));
    }

    private static string Page(RunSummary summary, IReadOnlyList<TimelinePoint> points)
    {
        using var writer = new StringWriter();
        HtmlReport.Write(summary, points, writer);
        return writer.ToString();
    }
}
