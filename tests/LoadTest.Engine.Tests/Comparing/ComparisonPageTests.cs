using System.Globalization;
using LoadTest.Engine.Comparing;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Reporting.Html;
using LoadTest.Engine.Tests.Reporting;
using LoadTest.Engine.Tests.Reporting.Html;
using TestSupport;
using TestSupport.Browser;

namespace LoadTest.Engine.Tests.Comparing;

public sealed class ComparisonPageTests
{
    private static readonly RunPair Pair = Of(SyntheticRun.Of(1), SyntheticRun.Of(2, factor: 1.1));

    [TestCaseSource(typeof(Cultures), nameof(Cultures.All))]
    public void The_page_is_the_same_in_every_culture_and_encodes_what_it_shows(CultureInfo culture)
    {
        var page = Cultures.In(culture, () => Page(Pair));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Not.Contain("<script").And.Contain("&lt;script&gt;"));
            Assert.That(page, Does.Match(@"<th scope=""row"">p50</th><td class=""n"">[0-9.]+ ms</td><td class=""n"">[0-9.]+ ms</td><td class=""n"">\+[0-9.]+ %</td>"));
            Assert.That(page, Does.Contain("▲").And.Contain("higher").And.Contain("no significant difference"));
            Assert.That(page.Split("<svg viewBox=\"0 0 480").Length - 1, Is.EqualTo(4));
        }
    }

    [TestCase("ms", 10, 11, 0.5, 1.5, "+10 %", "+5 to +15 %")]
    [TestCase("ms", 10, 9.5, -1, 0.2, "-5 %", "-10 to +2 %")]
    [TestCase("%", 1, 1.25, 0.1, 0.4, "+0.25 points", "+0.1 to +0.4 points")]
    [TestCase("/s", 100, 100, -1, 1, "0 %", "-1 to +1 %")]
    [TestCase("%", 0, 0, 0, 0, "0 points", "0 to 0 points")]
    public void A_change_is_relative_save_for_shares(string unit, double first, double second, double low, double high, string change, string interval)
    {
        var difference = new MetricDifference("metric", unit, first, second, low, high);
        Assert.That((ComparisonText.Change(difference), ComparisonText.Interval(difference)), Is.EqualTo((change, interval)));
    }

    [Test, Category("Slow")]
    public async Task In_a_browser_it_shows_without_errors_requests_or_a_horizontal_scroll()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("compare.html"), Page(Pair));
        using var browser = await HeadlessBrowser.StartAsync();
        foreach (var width in new[] { 1200, 360 })
        {
            await browser.ShowAsync(folder.Combine("compare.html"), width, 800, isDark: width == 360);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(browser.Complaints(), Is.Empty);
                Assert.That(browser.Requests(), Is.Empty);
                Assert.That((await browser.EvaluateAsync("document.documentElement.scrollWidth")).GetInt32(), Is.LessThanOrEqualTo(width));
                Assert.That((await browser.EvaluateAsync("[...document.querySelectorAll('.chart > svg > .line')].filter(l => l.getTotalLength() > 100).length")).GetInt32(), Is.EqualTo(8));
            }
        }
    }

    private static RunPair Of(RunSamples first, RunSamples second) => new(
        new ComparedRun("before", SamplePage.Hostile, SampleRun.Start.At, first.Points, SampleRun.Interval.Latencies.Service),
        new ComparedRun("after", "hold 400/s for 1 min", SampleRun.Start.At, second.Points, SampleRun.Interval.Latencies.Response),
        RunComparison.Of(first, second));

    private static string Page(RunPair pair)
    {
        using var writer = new StringWriter();
        ComparisonPage.Write(pair, writer);
        return writer.ToString();
    }
}
