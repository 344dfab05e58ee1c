using System.Globalization;
using LoadTest.Engine.Comparing;

namespace LoadTest.Engine.Reporting;

/// <summary>Differences as text, the same in every culture.</summary>
public static class ComparisonText
{
    /// <summary>A value of the metric.</summary>
    public static string Value(MetricDifference difference, double value) => difference.Unit switch
    {
        "ms" => value.ToString("#,0.###", CultureInfo.InvariantCulture) + " ms",
        "%" => value.ToString("0.####", CultureInfo.InvariantCulture) + " %",
        _ => value.ToString("#,0.##", CultureInfo.InvariantCulture) + difference.Unit,
    };

    /// <summary>The difference, relative where the metric is no share itself.</summary>
    public static string Change(MetricDifference difference) => difference.Unit != "%" && difference.Relative is { } relative
        ? Signed(100 * relative, "0.##") + " %"
        : Signed(difference.Second - difference.First, "0.####") + (difference.Unit == "%" ? " points" : " " + difference.Unit);

    /// <summary>The interval in which the difference lies with confidence, in the same terms.</summary>
    public static string Interval(MetricDifference difference)
    {
        if (!double.IsFinite(difference.Low)) return "not known";
        var isRelative = difference.Unit != "%" && difference.First != 0;
        var (scale, unit) = isRelative ? (100 / difference.First, " %") : (1, difference.Unit == "%" ? " points" : " " + difference.Unit);
        return $"{Signed(difference.Low * scale, "0.##")} to {Signed(difference.High * scale, "0.##")}{unit}";
    }

    /// <summary>The verdict in a word.</summary>
    public static string Verdict(MetricDifference difference) => !difference.IsSignificant ? "no significant difference"
        : difference.Second > difference.First ? "higher" : "lower";

    private static string Signed(double value, string format)
    {
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        return text is "0" or "-0" ? "0" : value > 0 ? "+" + text : text;
    }
}
