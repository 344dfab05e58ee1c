using HdrHistogram;

namespace LoadTest.Engine.Reporting;

/// <summary>The percentiles that reports show, in milliseconds. All are zero where nothing was recorded.</summary>
public sealed record LatencySummary(
    long Count, double P50, double P75, double P90, double P95, double P99, double P999, double Max, double Mean)
{
    private const double MicrosecondsPerMillisecond = 1000;
    private static readonly double[] Percentiles = [50, 75, 90, 95, 99, 99.9];

    /// <summary>
    /// Reads the percentiles from a histogram of microseconds, as the library tells them one by one, but in a single pass: it is done several times for each
    /// interval of a load.
    /// </summary>
    public static LatencySummary Of(HistogramBase? histogram)
    {
        if (histogram is null || histogram.TotalCount == 0) return new LatencySummary(0, 0, 0, 0, 0, 0, 0, 0, 0);
        Span<double> at = stackalloc double[Percentiles.Length];
        var found = 0;
        var (count, sum, highest) = (0L, 0.0, 0L);
        foreach (var value in histogram.RecordedValues())
        {
            count += value.CountAddedInThisIterationStep;
            sum += (double)histogram.MedianEquivalentValue(value.ValueIteratedTo) * value.CountAddedInThisIterationStep;
            highest = histogram.HighestEquivalentValue(value.ValueIteratedTo);
            while (found < at.Length && count >= CountUpTo(Percentiles[found], histogram.TotalCount)) at[found++] = highest / MicrosecondsPerMillisecond;
        }

        return new LatencySummary(
            count, at[0], at[1], at[2], at[3], at[4], at[5], highest / MicrosecondsPerMillisecond, sum / count / MicrosecondsPerMillisecond);
    }

    private static long CountUpTo(double percentile, long total) => Math.Max(1, (long)(percentile / 100 * total + 0.5));
}
