using HdrHistogram;
using LoadTest.Engine.Reporting.Charts;
using LoadTest.Engine.Thresholds;

namespace LoadTest.Engine.Reporting.Html;

/// <summary>The whole distribution of latencies on a logarithmic percentile axis.</summary>
internal static class SpectrumSection
{
    private const double MicrosecondsPerMillisecond = 1000;

    private static readonly double[] Told = [50, 75, 90, 95, 99, 99.9, 99.99, 99.999];

    public static void Write(HtmlPage page, LoadResult result)
    {
        var sample = Sample.Of(result);
        if (sample.ResponseTimes.TotalCount == 0) return;
        ChartSeries[] series = [new("service time", 'b', ChartLines.Spectrum(sample.ServiceTimes)), new("response time", 'a', ChartLines.Spectrum(sample.ResponseTimes))];
        page.Add($"<section><h2>Latency spectrum</h2><div class=\"spectrum\">");
        new LineChart(
            "spectrum", "All operations that succeeded",
            "For each percentile the latency that so many operations did not exceed. Each further nine takes as much room as the one before.",
            Axis.Percentiles(sample.ResponseTimes.TotalCount),
            Axis.Logarithmic("milliseconds, logarithmic", series.SelectMany(line => line.Points).Select(point => point?.Y ?? 0)), series).Write(page);
        WriteTable(page, sample);
        page.Add($"</div></section>");
    }

    private static void WriteTable(HtmlPage page, Sample sample)
    {
        page.Add($"<table class=\"numbers\"><thead><tr><th scope=\"col\">percentile</th><th>response ms</th><th>service ms</th></tr></thead><tbody>");
        foreach (var percentile in Told)
        {
            page.Add($"<tr><th scope=\"row\">{percentile} %</th><td>{At(sample.ResponseTimes, percentile)}</td><td>{At(sample.ServiceTimes, percentile)}</td></tr>");
        }

        page.Add($"</tbody></table>");
    }

    private static string At(HistogramBase histogram, double percentile) =>
        OperationColumn.Milliseconds(histogram.GetValueAtPercentile(percentile) / MicrosecondsPerMillisecond);
}
