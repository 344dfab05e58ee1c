using HdrHistogram;

namespace LoadTest.Engine.Reporting;

/// <summary>The percentiles that reports show, in milliseconds. All are zero where nothing was recorded.</summary>
public sealed record LatencySummary(
    long Count, double P50, double P75, double P90, double P95, double P99, double P999, double Max, double Mean)
{
    private const double MicrosecondsPerMillisecond = 1000;

    /// <summary>Reads the percentiles from a histogram of microseconds.</summary>
    public static LatencySummary Of(HistogramBase? histogram)
    {
        if (histogram is null || histogram.TotalCount == 0) return new LatencySummary(0, 0, 0, 0, 0, 0, 0, 0, 0);
        return new LatencySummary(
            histogram.TotalCount,
            At(50), At(75), At(90), At(95), At(99), At(99.9),
            histogram.GetMaxValue() / MicrosecondsPerMillisecond,
            histogram.GetMean() / MicrosecondsPerMillisecond);

        double At(double percentile) => histogram.GetValueAtPercentile(percentile) / MicrosecondsPerMillisecond;
    }
}
