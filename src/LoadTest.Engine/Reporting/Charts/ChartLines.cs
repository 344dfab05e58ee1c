using HdrHistogram;
using LoadTest.Engine.Reporting.Timelines;

namespace LoadTest.Engine.Reporting.Charts;

/// <summary>Makes lines of charts out of what was measured.</summary>
internal static class ChartLines
{
    private const double MicrosecondsPerMillisecond = 1000;
    private const int StepsANine = 24;

    /// <summary>A value over time, from the first point's beginning to the last one's end.</summary>
    public static List<(double X, double Y)?> Over(IReadOnlyList<TimelinePoint> points, Func<TimelinePoint, double> value) =>
    [
        (points[0].Start, value(points[0])), .. points.Select(point => ((double, double)?)(point.Middle, value(point))), (points[^1].End, value(points[^1])),
    ];

    /// <summary>A latency over time; a gap where nothing succeeded.</summary>
    public static List<(double X, double Y)?> OverSuccesses(IReadOnlyList<TimelinePoint> points, Func<LatencySummary, double> value) =>
    [
        .. points.SelectMany(point => point.Response.Count == 0
            ? [null]
            : points.Count == 1
                ? new (double, double)?[] { (point.Start, value(point.Response)), (point.End, value(point.Response)) }
                : [(point.Middle, value(point.Response))]),
    ];

    /// <summary>The latency of each percentile, no further than the one that the number of values can tell apart.</summary>
    public static List<(double X, double Y)?> Spectrum(HistogramBase histogram)
    {
        if (histogram.TotalCount == 0) return [];
        var nines = Math.Log10(Math.Max(histogram.TotalCount, 10));
        var steps = (int)Math.Ceiling(nines * StepsANine);
        return
        [
            .. from i in Enumerable.Range(0, steps + 1)
               let percentile = 100 * (1 - Math.Pow(10, -nines * i / steps))
               select ((double, double)?)(percentile, histogram.GetValueAtPercentile(percentile) / MicrosecondsPerMillisecond),
        ];
    }

    /// <summary>Every height of some lines; zero for a gap.</summary>
    public static IEnumerable<double> Heights(params List<(double X, double Y)?>[] lines) => lines.SelectMany(points => points).Select(point => point?.Y ?? 0);

    /// <summary>The greatest height of some lines.</summary>
    public static double Highest(params List<(double X, double Y)?>[] lines) => Heights(lines).DefaultIfEmpty(0).Max();
}
