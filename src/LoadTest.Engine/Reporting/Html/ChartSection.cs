using System.Globalization;
using LoadTest.Engine.Reporting.Charts;
using LoadTest.Engine.Reporting.Timelines;

namespace LoadTest.Engine.Reporting.Html;

/// <summary>The charts over time, and the same numbers as a table.</summary>
internal static class ChartSection
{
    public static void Write(HtmlPage page, RunSummary summary, IReadOnlyList<TimelinePoint> points)
    {
        page.Add($"<section><h2>Over time</h2><div class=\"charts\">");
        foreach (var chart in ChartsOf(summary, points)) chart.Write(page);
        page.Add($"</div>");
        WriteTable(page, points);
        page.Add($"</section>");
    }

    private static IEnumerable<LineChart> ChartsOf(RunSummary summary, IReadOnlyList<TimelinePoint> points)
    {
        var across = Axis.Time(points[^1].End);
        var ended = ChartLines.Over(points, point => point.PerSecond(point.Ended));
        var offered = ChartLines.Over(points, point => point.PerSecond(point.Offered));
        yield return new LineChart(
            "rate", "Rate", Text($"Operations a second. Achieved on the whole: {summary.Result.AchievedRatePerSecond:N1}."), across,
            Axis.FromZero("operations a second", ChartLines.Highest(ended, offered)),
            summary.Result.OfferedRatePerSecond is null ? [new("achieved", 'a', ended)] : [new("achieved", 'a', ended), new("offered", 'b', offered)]);
        var percentiles = new (string Name, char Style, Func<LatencySummary, double> Of)[] { ("max", 'd', l => l.Max), ("p99.9", 'c', l => l.P999), ("p99", 'b', l => l.P99), ("p50", 'a', l => l.P50) };
        var latencies = percentiles.Select(kind => new ChartSeries(kind.Name, kind.Style, ChartLines.OverSuccesses(points, kind.Of))).ToArray();
        yield return new LineChart(
            "latency", "Response time", "Percentiles of each stretch of the run, from the intended start.", across,
            Axis.Logarithmic("milliseconds, logarithmic", latencies.SelectMany(series => series.Points).Select(point => point?.Y ?? 0)), latencies);
        var throttled = ChartLines.Over(points, point => point.PerSecond(point.Throttled));
        var errors = ChartLines.Over(points, point => point.PerSecond(point.Errors));
        yield return new LineChart(
            "throttles", "Throttles and errors",
            Text($"Requests throttled a second, {points.Sum(point => point.Throttled):N0} in all, and operations that failed otherwise, {points.Sum(point => point.Errors):N0} in all."),
            across, Axis.FromZero("a second", Math.Max(1, ChartLines.Highest(throttled, errors))), [new("throttled requests", 'c', throttled), new("errors", 'd', errors)]);
        yield return CapacityOf(summary.Capacity, points, across);
    }

    // What is provisioned is a line too, where any of it was used.
    private static LineChart CapacityOf(TableFacts? table, IReadOnlyList<TimelinePoint> points, Axis across)
    {
        var (writes, reads) = (points.Sum(point => point.WriteUnits), points.Sum(point => point.ReadUnits));
        List<ChartSeries> series =
        [
            new("write units", 'a', ChartLines.Over(points, point => point.PerSecond(point.WriteUnits))),
            new("read units", 'b', ChartLines.Over(points, point => point.PerSecond(point.ReadUnits))),
        ];
        if (table is { IsProvisioned: true } && writes > 0) series.Add(new("provisioned write units", 'c', ChartLines.Over(points, _ => table.WriteUnits)));
        if (table is { IsProvisioned: true } && reads > 0) series.Add(new("provisioned read units", 'd', ChartLines.Over(points, _ => table.ReadUnits)));
        var provisioned = table is { IsProvisioned: true } ? Text($" The table has {table.WriteUnits:N0} write units and {table.ReadUnits:N0} read units a second; an index has its own.") : "";
        return new LineChart(
            "capacity", "Consumed capacity", Text($"Capacity units a second that the answers reported: {writes:N1} write units and {reads:N1} read units in all.") + provisioned,
            across, Axis.FromZero("units a second", Math.Max(1, series.Max(line => line.Points.Max(point => point?.Y ?? 0)))), series);
    }

    private static void WriteTable(HtmlPage page, IReadOnlyList<TimelinePoint> points)
    {
        page.Add($"<details><summary>The numbers behind the charts</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"The numbers behind the charts\"><table class=\"numbers\"><thead><tr><th>from s</th><th>to s</th><th>offered</th><th>ended</th><th>errors</th><th>throttled</th><th>p50 ms</th><th>p99 ms</th><th>p99.9 ms</th><th>max ms</th><th>WCU</th><th>RCU</th><th>late starts</th><th>client CPU</th></tr></thead><tbody>");
        foreach (var p in points)
        {
            page.Add($"<tr><td>{p.Start:0.#}</td><td>{p.End:0.#}</td><td>{p.Offered:N0}</td><td>{p.Ended:N0}</td><td>{p.Errors:N0}</td><td>{p.Throttled:N0}</td><td>{p.Response.P50:0.###}</td><td>{p.Response.P99:0.###}</td><td>{p.Response.P999:0.###}</td><td>{p.Response.Max:0.###}</td><td>{p.WriteUnits:#,0.#}</td><td>{p.ReadUnits:#,0.#}</td><td>{p.LateStarts:N0}</td><td>{p.ProcessorShare:P0}</td></tr>");
        }

        page.Add($"</tbody></table></div></details>");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
