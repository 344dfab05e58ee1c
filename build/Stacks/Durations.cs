using System.Globalization;

namespace Build.Stacks;

/// <summary>Durations for people.</summary>
internal static class Durations
{
    /// <summary>"0.4 s" below ten seconds, "42 s" below two minutes, then "3 min 05 s".</summary>
    public static string Text(TimeSpan duration)
    {
        var seconds = duration.TotalSeconds;
        if (seconds < 9.95) return string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s");
        var whole = (long)Math.Round(seconds);
        return whole < 120
            ? string.Create(CultureInfo.InvariantCulture, $"{whole} s")
            : string.Create(CultureInfo.InvariantCulture, $"{whole / 60} min {whole % 60:00} s");
    }
}
