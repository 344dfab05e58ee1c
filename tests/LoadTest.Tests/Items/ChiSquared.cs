namespace LoadTest.Tests.Items;

/// <summary>Pearson's chi-squared test.</summary>
internal static class ChiSquared
{
    /// <summary>Asserts that counts agree with the shares that were expected of them, at a level of one in a thousand.</summary>
    public static void Agrees(IReadOnlyList<long> counts, Func<int, double> share)
    {
        double total = counts.Sum();
        var statistic = Enumerable.Range(0, counts.Count).Sum(i => Math.Pow(counts[i] - total * share(i), 2) / (total * share(i)));
        Assert.That(statistic, Is.LessThan(Quantile(counts.Count - 1)));
    }

    // Wilson and Hilferty's approximation of the quantile that a thousandth of all samples lie above: good to a percent from a few degrees on.
    private static double Quantile(int degrees)
    {
        const double normalQuantile = 3.0902;
        var part = 2.0 / (9 * degrees);
        return degrees * Math.Pow(1 - part + normalQuantile * Math.Sqrt(part), 3);
    }
}
