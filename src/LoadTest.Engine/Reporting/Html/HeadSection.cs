using System.Globalization;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Thresholds;

namespace LoadTest.Engine.Reporting.Html;

/// <summary>The verdict, what makes the reader careful, and the figures that most readers came for.</summary>
internal static class HeadSection
{
    public static void Write(HtmlPage page, RunSummary summary)
    {
        var (word, mark, style) = Verdict(summary.Outcome);
        page.Add($"<header><p class=\"kicker\">DynamoDB load test</p>");
        page.Add($"<h1><span class=\"verdict {style}\"><span aria-hidden=\"true\">{mark}</span> {word}</span> {summary.RunId}</h1>");
        page.Add($"<p class=\"load\">{summary.Load}</p>");
        page.Add($"<p class=\"place\">Table <b>{summary.Table}</b> at {summary.Target}, environment {summary.Environment}. Started {summary.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.</p></header>");
        WriteWarnings(page, summary);
        WriteTiles(page, summary.Result);
    }

    private static (string Word, string Mark, string Style) Verdict(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Passed => ("Passed", "✓", "good"),
        RunOutcome.ThresholdsFailed => ("A threshold is broken", "✕", "bad"),
        RunOutcome.Aborted => ("Stopped", "■", "partial"),
        _ => ("Failed", "✕", "bad"),
    };

    private static void WriteWarnings(HtmlPage page, RunSummary summary)
    {
        var isPartial = summary.Result.Ending != Ending.Complete;
        if (!isPartial && summary.Warnings.Count == 0) return;
        page.Add($"<section class=\"warnings\" aria-label=\"Warnings\"><h2>Before you trust the numbers</h2><ul>");
        if (isPartial) page.Add($"<li><b>Partial:</b> the run ended before its plan did; the numbers cover what was done until then.</li>");
        foreach (var warning in summary.Warnings) page.Add($"<li>{warning}</li>");
        page.Add($"</ul></section>");
    }

    private static void WriteTiles(HtmlPage page, LoadResult result)
    {
        var all = LatencySummary.Of(Sample.Of(result).ResponseTimes);
        var errors = result.Operations.Sum(operation => operation.UnexpectedErrors);
        var throttled = result.Operations.Sum(operation => operation.Throttled);
        page.Add($"<section class=\"tiles\" aria-label=\"Summary\">");
        Tile("Achieved", Number(result.AchievedRatePerSecond), "/s", result.OfferedRatePerSecond is { } rate ? $"of {Number(rate)}/s offered" : "as fast as answered");
        Tile("Operations", OperationColumn.Count(result.Attempted), "", string.Create(CultureInfo.InvariantCulture, $"in {result.Duration.TotalSeconds:#,0.#} s"));
        Tile("p50", OperationColumn.Milliseconds(all, latency => latency.P50), "ms", "response time");
        Tile("p99", OperationColumn.Milliseconds(all, latency => latency.P99), "ms", "response time");
        Tile("p99.9", OperationColumn.Milliseconds(all, latency => latency.P999), "ms", $"longest {OperationColumn.Milliseconds(all, latency => latency.Max)} ms");
        Tile("Errors", OperationColumn.Count(errors), "", Share(errors, result.Attempted));
        Tile("Throttled", OperationColumn.Count(throttled), "", Share(throttled, result.Attempted));
        page.Add($"</section>");

        void Tile(string name, string value, string unit, string note) =>
            page.Add($"<div><p>{name}</p><p class=\"value\">{value}<small>{unit}</small></p><p class=\"note\">{note}</p></div>");
    }

    private static string Number(double value) => value.ToString(value < 100 ? "#,0.#" : "#,0", CultureInfo.InvariantCulture);

    private static string Share(long part, long whole) =>
        whole == 0 || part == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.###} % of the operations");
}
