using LoadTest.Engine.Comparing;
using LoadTest.Engine.Reporting.Charts;

namespace LoadTest.Engine.Reporting.Html;

/// <summary>Writes <c>compare.html</c>: two runs, their differences with confidence, and their charts over each other.</summary>
public static class ComparisonPage
{
    /// <summary>Writes the page.</summary>
    public static void Write(RunPair comparison, TextWriter writer)
    {
        var page = new HtmlPage(writer);
        PageFrame.Begin(page, $"{comparison.Second.RunId} compared with {comparison.First.RunId}");
        page.Add($"<header><p class=\"kicker\">Comparison of two load tests</p><h1>{comparison.Second.RunId} <small class=\"versus\">compared with</small> {comparison.First.RunId}</h1>");
        page.Add($"<p class=\"load\">{comparison.Sentence}</p>");
        foreach (var warning in comparison.Warnings) page.Add($"<p class=\"partial\">{warning}</p>");
        foreach (var run in new[] { comparison.First, comparison.Second })
        {
            page.Add($"<p class=\"place\"><b>{run.RunId}</b>: {run.Load}; started {run.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.</p>");
        }

        page.Add($"</header>");
        foreach (var subject in comparison.Subjects) WriteSubject(page, comparison, subject);
        if (comparison.First.Points.Count > 0 && comparison.Second.Points.Count > 0) WriteCharts(page, comparison);
        PageFrame.End(page, "Significant: no difference at all lies outside the interval, which errs for all metrics together in 5 % of comparisons of equal runs at the most. The method is described in docs/compare.md.");
    }

    private static void WriteSubject(HtmlPage page, RunPair comparison, SubjectDifference subject)
    {
        page.Add($"<section><h2>{subject.Name}</h2><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{subject.Name}\"><table class=\"differences\"><thead><tr><th>Metric</th><th class=\"n\">{comparison.First.RunId}</th><th class=\"n\">{comparison.Second.RunId}</th><th class=\"n\">Change</th><th class=\"n\">Between</th><th>Verdict</th></tr></thead><tbody>");
        foreach (var difference in subject.Differences)
        {
            page.Add($"<tr><th scope=\"row\">{difference.Metric}</th><td class=\"n\">{ComparisonText.Value(difference, difference.First)}</td><td class=\"n\">{ComparisonText.Value(difference, difference.Second)}</td><td class=\"n\">{ComparisonText.Change(difference)}</td><td class=\"n\">{ComparisonText.Interval(difference)}</td>");
            if (difference.IsSignificant) page.Add($"<td><span class=\"word partial\"><span aria-hidden=\"true\">{(difference.Second > difference.First ? "▲" : "▼")}</span> {ComparisonText.Verdict(difference)}</span></td></tr>");
            else page.Add($"<td>{ComparisonText.Verdict(difference)}</td></tr>");
        }

        page.Add($"</tbody></table></div></section>");
    }

    private static void WriteCharts(HtmlPage page, RunPair comparison)
    {
        ComparedRun[] runs = [comparison.First, comparison.Second];
        var across = Axis.Time(runs.Max(run => run.Points[^1].End));
        page.Add($"<section><h2>Over each other</h2><div class=\"charts\">");
        Chart("rate", "Achieved rate", run => ChartLines.Over(run.Points, point => point.PerSecond(point.Ended)), series => Axis.FromZero("operations a second", ChartLines.Highest(series)));
        Chart("p50", "Response time p50", run => ChartLines.OverSuccesses(run.Points, latency => latency.P50), series => Axis.Logarithmic("milliseconds, logarithmic", ChartLines.Heights(series)));
        Chart("p99", "Response time p99", run => ChartLines.OverSuccesses(run.Points, latency => latency.P99), series => Axis.Logarithmic("milliseconds, logarithmic", ChartLines.Heights(series)));
        across = Axis.Percentiles(runs.Max(run => run.ResponseTimes.TotalCount));
        Chart("spectrum", "Latency spectrum", run => ChartLines.Spectrum(run.ResponseTimes), series => Axis.Logarithmic("milliseconds, logarithmic", ChartLines.Heights(series)));
        page.Add($"</div></section>");

        void Chart(string id, string title, Func<ComparedRun, List<(double X, double Y)?>> line, Func<List<(double X, double Y)?>[], Axis> up)
        {
            var lines = runs.Select(line).ToArray();
            new LineChart(id, title, $"{title} of both runs, {runs[0].RunId} and {runs[1].RunId}.", across, up(lines), [.. lines.Select((points, i) => new ChartSeries(runs[i].RunId, "ab"[i], points))]).Write(page);
        }
    }
}
