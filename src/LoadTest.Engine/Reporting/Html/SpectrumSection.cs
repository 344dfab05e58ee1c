using HdrHistogram;
using LoadTest.Engine.Reporting.Charts;
using LoadTest.Engine.Thresholds;

namespace LoadTest.Engine.Reporting.Html;

/// <summary>The whole distribution of latencies on a logarithmic percentile axis.</summary>
internal static class SpectrumSection
{
    private const double MicrosecondsPerMillisecond = 1000;
    private const int StepsANine = 24;

    private static readonly double[] Told = [50, 75, 90, 95, 99, 99.9, 99.99, 99.999];

    public static void Write(HtmlPage page, LoadResult result)
    {
        var sample = Sample.Of(result);
        if (sample.ResponseTimes.TotalCount == 0) return;
        ChartSeries[] series = [new("service time", 'b', Spectrum(sample.ServiceTimes)), new("response time", 'a', Spectrum(sample.ResponseTimes))];
        page.Add($"<section><h2>Latency spectrum</h2><div class=\"spectrum\">");
        new LineChart(
            "spectrum", "All operations that succeeded",
            "For each percentile the latency that so many operations did not exceed. Each further nine takes as much room as the one before.",
            Axis.Percentiles(sample.ResponseTimes.TotalCount),
            Axis.Logarithmic("milliseconds, logarithmic", series.SelectMany(line => line.Points).Select(point => point?.Y ?? 0)), series).Write(page);
        WriteTable(page, sample);
        page.Add($"</div></section>");
    }

    // No further than the percentile that the number of values can tell apart.
    private static List<(double, double)?> Spectrum(HistogramBase histogram)
    {
        var nines = Math.Log10(Math.Max(histogram.TotalCount, 10));
        var steps = (int)Math.Ceiling(nines * StepsANine);
        return
        [
            .. from i in Enumerable.Range(0, steps + 1)
               let percentile = 100 * (1 - Math.Pow(10, -nines * i / steps))
               select ((double, double)?)(percentile, histogram.GetValueAtPercentile(percentile) / MicrosecondsPerMillisecond),
        ];
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
