using System.Globalization;

namespace LoadTest.Engine.Reporting.Charts;

/// <summary>How values lie along an edge of a chart.</summary>
/// <param name="Title">What the values are, with their unit.</param>
/// <param name="Place">The place of a value, from 0 to 1; values outside lie on the nearer end.</param>
/// <param name="Ticks">The values that are labelled.</param>
internal sealed record Axis(string Title, Func<double, double> Place, IReadOnlyList<(double Value, string Label)> Ticks)
{
    private const int WantedSteps = 5;
    private const int MostLogLabels = 7;
    private static readonly double[] RoundParts = [1, 2, 5, 10];
    private static readonly double[] TimeSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400];

    /// <summary>From zero to a round number at or above the highest value.</summary>
    public static Axis FromZero(string title, double highest)
    {
        var step = RoundStep(Math.Max(highest, 1e-9) / WantedSteps);
        var steps = Math.Max(1, (int)Math.Ceiling(Math.Round(highest / step, 6)));
        var end = step * steps;
        return new Axis(title, value => Math.Clamp(value / end, 0, 1), [.. Enumerable.Range(0, steps + 1).Select(i => (i * step, Short(i * step)))]);
    }

    /// <summary>Logarithmic, over all positive values: decades, and parts of decades where there are few.</summary>
    public static Axis Logarithmic(string title, IEnumerable<double> values)
    {
        var positive = values.Where(value => value > 0).DefaultIfEmpty(1).ToArray();
        var (low, high) = (Floor(positive.Min()), Ceiling(positive.Max()));
        if (high <= low) high = low * 10;
        var span = Math.Log10(high / low);
        double[] parts = span <= 1.4 ? [1, 2, 5] : span <= 2.6 ? [1, 3] : [1];
        var ticks = Decades(low, high).SelectMany(decade => parts.Select(part => part * decade)).Where(value => value >= low * 0.999 && value <= high * 1.001).ToArray();
        var every = (ticks.Length + MostLogLabels - 1) / MostLogLabels;
        return new Axis(title, value => Math.Clamp(Math.Log10(Math.Max(value, low) / low) / span, 0, 1), [.. ticks.Where((_, i) => i % every == 0).Select(tick => (tick, Short(tick)))]);
    }

    /// <summary>Seconds from zero to the end of the run.</summary>
    public static Axis Time(double end)
    {
        end = Math.Max(end, 1e-3);
        var step = Array.Find(TimeSteps, candidate => end / candidate <= WantedSteps + 1);
        if (step <= 0) step = RoundStep(end / WantedSteps);
        else if (end < 1) step = RoundStep(end / WantedSteps);
        var (unit, seconds) = end <= 120 ? ("s", 1.0) : end <= 7200 ? ("min", 60.0) : ("h", 3600.0);
        var ticks = Enumerable.Range(0, (int)Math.Floor(end / step + 1e-9) + 1).Select(i => (i * step, Short(i * step / seconds)));
        return new Axis($"time in {unit}", value => Math.Clamp(value / end, 0, 1), [.. ticks]);
    }

    /// <summary>
    /// Percentiles, so that each further nine takes as much room as the one before: from 0 to the highest percentile that so many values can
    /// tell apart.
    /// </summary>
    public static Axis Percentiles(long count)
    {
        var nines = Math.Clamp(Math.Ceiling(Math.Log10(Math.Max(count, 10))), 1, 7);
        double[] marks = [50, 90, 99, 99.9, 99.99, 99.999, 99.9999, 99.99999];
        return new Axis(
            "percentile",
            percentile => Math.Clamp(-Math.Log10(Math.Max(1 - percentile / 100, 1e-12)) / nines, 0, 1),
            [.. marks.Where(mark => -Math.Log10(1 - mark / 100) <= nines + 1e-9).Select(mark => (mark, mark.ToString(CultureInfo.InvariantCulture)))]);
    }

    /// <summary>A number in at most five characters: 0.25, 12, 1.5k, 20M.</summary>
    public static string Short(double value) => value switch
    {
        >= 1e9 => (value / 1e9).ToString("0.##", CultureInfo.InvariantCulture) + "G",
        >= 1e6 => (value / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + "M",
        >= 1e4 => (value / 1e3).ToString("0.#", CultureInfo.InvariantCulture) + "k",
        >= 1e3 => (value / 1e3).ToString("0.##", CultureInfo.InvariantCulture) + "k",
        _ => value.ToString("0.####", CultureInfo.InvariantCulture),
    };

    // 1, 2 or 5 times a power of ten, at or above.
    private static double RoundStep(double atLeast)
    {
        var decade = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        return RoundParts.Select(part => part * decade).First(step => step >= atLeast * (1 - 1e-9));
    }

    private static double Floor(double value)
    {
        var decade = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return decade * (value / decade >= 5 ? 5 : value / decade >= 2 ? 2 : 1);
    }

    private static double Ceiling(double value) => RoundStep(value);

    private static IEnumerable<double> Decades(double low, double high)
    {
        for (var decade = Math.Pow(10, Math.Floor(Math.Log10(low))); decade <= high * 1.001; decade *= 10) yield return decade;
    }
}
