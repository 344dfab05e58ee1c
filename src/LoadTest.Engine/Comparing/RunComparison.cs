using LoadTest.Engine.Reporting.Timelines;

namespace LoadTest.Engine.Comparing;

/// <summary>
/// Compares two runs metric by metric, with confidence from the scatter within each: the bootstrap (Efron and Tibshirani, "An Introduction to
/// the Bootstrap", 1993, chapter 13: percentile intervals), by blocks, widened for few stretches as Hesterberg advises ("What teachers should
/// know about the bootstrap", The American Statistician 69, 2015). All metrics together err in 5 % of comparisons of equal runs at the most
/// (Bonferroni). What differs from run to run, such as another time of day, no single pair can tell.
/// </summary>
public static class RunComparison
{
    /// <summary>With fewer stretches nothing is said to be significant.</summary>
    public const int LeastStretches = 10;

    private const double ErrorShare = 0.05;
    private const int Draws = 4000;
    private const int Seed = 20_240_229;

    private static readonly (string Name, string Unit, Func<BlockSums, double> Of, bool IsLatency)[] Metrics =
    [
        ("achieved rate", "/s", sums => sums.Rate, false),
        ("p50", "ms", sums => sums.Percentile(50), true),
        ("p90", "ms", sums => sums.Percentile(90), true),
        ("p99", "ms", sums => sums.Percentile(99), true),
        ("p99.9", "ms", sums => sums.Percentile(99.9), true),
        ("mean", "ms", sums => sums.Mean, true),
        ("errors", "%", sums => sums.ErrorPercent, false),
        ("throttled requests", "%", sums => sums.ThrottlePercent, false),
    ];

    /// <summary>The differences of all operations together, then of each that both runs did.</summary>
    public static IReadOnlyList<SubjectDifference> Of(RunSamples first, RunSamples second)
    {
        string?[] subjects = [null, .. first.Operations.Intersect(second.Operations)];
        // With a single operation it is the whole.
        if (subjects.Length == 2) subjects = [null];
        var error = ErrorShare / (subjects.Length * Metrics.Length);
        return [.. subjects.Select(name => new SubjectDifference(name ?? "All operations", Of(first.Of(name), second.Of(name), error)))];
    }

    private static MetricDifference[] Of(IReadOnlyList<TimelineStretch> first, IReadOnlyList<TimelineStretch> second, double error)
    {
        if (first.Count == 0 || second.Count == 0) return [];
        long[] values = [.. first.Concat(second).SelectMany(stretch => stretch.Latencies.Values).Distinct().Order()];
        var (a, b) = (new BlockSums(first, values), new BlockSums(second, values));
        a.AddUp(Enumerable.Range(0, a.Count));
        b.AddUp(Enumerable.Range(0, b.Count));
        var metrics = Metrics.Where(metric => values.Length > 0 || !metric.IsLatency).ToArray();
        var found = metrics.Select(metric => (First: metric.Of(a), Second: metric.Of(b))).ToArray();
        var drawn = Draw(a, b, metrics);
        return [.. metrics.Select((metric, i) => Difference(metric.Name, metric.Unit, found[i].First, found[i].Second, drawn[i], Math.Min(a.Count, b.Count), error))];
    }

    private static double[][] Draw(BlockSums a, BlockSums b, (string Name, string Unit, Func<BlockSums, double> Of, bool IsLatency)[] metrics)
    {
        var drawn = metrics.Select(_ => new double[Draws]).ToArray();
        var bootstrap = new BlockBootstrap(Seed);
        for (var draw = 0; draw < Draws; draw++)
        {
            a.AddUp(bootstrap.Draw(a.Count));
            b.AddUp(bootstrap.Draw(b.Count));
            for (var i = 0; i < metrics.Length; i++) drawn[i][draw] = metrics[i].Of(b) - metrics[i].Of(a);
        }

        return drawn;
    }

    private static MetricDifference Difference(string name, string unit, double first, double second, double[] drawn, int stretches, double error)
    {
        if (stretches < LeastStretches) return new MetricDifference(name, unit, first, second, double.NegativeInfinity, double.PositiveInfinity);
        // A draw in which nothing succeeded has no latency.
        double[] sorted = [.. drawn.Where(double.IsFinite).Order()];
        var difference = second - first;
        var wider = Math.Sqrt(stretches / (stretches - 1.0));
        var rank = (int)Math.Floor(error / 2 * sorted.Length);
        return new MetricDifference(
            name, unit, first, second,
            // No metric falls below zero.
            Math.Max(-first, difference + (sorted[rank] - difference) * wider),
            difference + (sorted[sorted.Length - 1 - rank] - difference) * wider);
    }
}
