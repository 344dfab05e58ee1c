using LoadTest.Engine.Reporting.Timelines;

namespace LoadTest.Engine.Reporting.Html;

/// <summary>
/// Writes <c>report.html</c>: one file that needs no network and no script, reads on a phone and on paper, in light and dark, warnings first.
/// Every value is encoded.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="summary">The run.</param>
    /// <param name="points">What happened over time; none where no record tells it.</param>
    /// <param name="writer">Takes the page; UTF-8.</param>
    public static void Write(RunSummary summary, IReadOnlyList<TimelinePoint> points, TextWriter writer)
    {
        var page = new HtmlPage(writer);
        PageFrame.Begin(page, $"Load test {summary.RunId}: {SummaryJson.OutcomeName(summary.Outcome)}");
        HeadSection.Write(page, summary);
        SearchSection.Write(page, summary.Search);
        ThresholdSection.Write(page, summary.Thresholds);
        if (points.Count > 0) ChartSection.Write(page, summary, points);
        SpectrumSection.Write(page, summary.Result);
        OperationSection.Write(page, summary.Result);
        AdviceSection.Write(page, summary);
        DetailSection.Write(page, summary);
        PageFrame.End(page, $"Made by dynamodb-load-test {summary.Version}. The numbers are explained in docs/measuring.md.");
    }
}
