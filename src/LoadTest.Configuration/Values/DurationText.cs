using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LoadTest.Configuration.Values;

/// <summary>Lengths of time as people write them: 500ms, 10s, 5m, 1h30m; a bare number is seconds.</summary>
public static partial class DurationText
{
    private const string Number = @"[0-9]+(\.[0-9]+)?";

    internal const string Pattern = $"^({Number}|({Number}d)?({Number}h)?({Number}m)?({Number}s)?({Number}ms)?)$";

    private static readonly (string Unit, long Ticks)[] Units =
    [
        ("d", TimeSpan.TicksPerDay), ("h", TimeSpan.TicksPerHour), ("m", TimeSpan.TicksPerMinute), ("s", TimeSpan.TicksPerSecond),
        ("ms", TimeSpan.TicksPerMillisecond),
    ];

    /// <summary>Reads a length of time; the units must descend, each once. Finer parts than 100 ns are refused.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        ArgumentNullException.ThrowIfNull(text);
        duration = default;
        var match = Expression().Match(text);
        if (!match.Success || text.Length == 0) return false;
        var bare = match.Groups["bare"];
        if (bare.Success) return TryAdd(bare.Value, TimeSpan.TicksPerSecond, ref duration);
        foreach (var (unit, ticks) in Units)
        {
            var part = match.Groups[unit];
            if (part.Success && !TryAdd(part.Value, ticks, ref duration)) return false;
        }

        return true;
    }

    /// <summary>The shortest text that is read as the same length of time; negative ones are not written.</summary>
    public static string Format(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        if (duration == TimeSpan.Zero) return "0s";
        var rest = duration.Ticks;
        var text = new StringBuilder();
        // Days are read, not written: 36h says more to a reader of load tests than 1d12h.
        foreach (var (unit, ticks) in Units.AsSpan(1))
        {
            decimal count = unit == "ms" ? (decimal)rest / ticks : rest / ticks;
            rest = unit == "ms" ? 0 : rest % ticks;
            if (count > 0) text.Append(count.ToString("0.####", CultureInfo.InvariantCulture)).Append(unit);
        }

        return text.ToString();
    }

    private static bool TryAdd(string number, long ticksPerUnit, ref TimeSpan sum)
    {
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)) return false;
        if (count > (decimal)TimeSpan.MaxValue.Ticks / ticksPerUnit / 2) return false;
        var ticks = count * ticksPerUnit;
        if (ticks != decimal.Truncate(ticks)) return false;
        sum += new TimeSpan((long)ticks);
        return true;
    }

    [GeneratedRegex(
        $@"\A((?<bare>{Number})|((?<d>{Number})d)?((?<h>{Number})h)?((?<m>{Number})m)?((?<s>{Number})s)?((?<ms>{Number})ms)?)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expression();
}
