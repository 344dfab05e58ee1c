using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Values;

/// <summary>How added delays are distributed.</summary>
public enum LatencyShape
{
    /// <summary>Always the same.</summary>
    Fixed,

    /// <summary>Its logarithm is normally distributed, as real services' often is.</summary>
    LogNormal,
}

/// <summary>A delay that a local server adds: <c>fixed:5ms</c>, or <c>log-normal:5ms:0.5</c> (median and sigma).</summary>
/// <param name="Shape">The distribution.</param>
/// <param name="Median">The delay, or the median of the delays; up to an hour.</param>
/// <param name="Sigma">The standard deviation of the delay's natural logarithm, 0 to 5; 0 when fixed.</param>
public sealed record LatencySetting(LatencyShape Shape, TimeSpan Median, double Sigma)
{
    private const double MaximumSigma = 5;

    /// <summary>Reads a delay.</summary>
    public static Parsed<LatencySetting> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(':', StringSplitOptions.TrimEntries);
        if (parts.Length < 2) return new Flaw(ErrorCodes.NotReadable, "is no latency");
        if (!DurationText.TryParse(parts[1], out var median)) return new Flaw(ErrorCodes.NotReadable, "has no duration that can be read");
        if (median > TimeSpan.FromHours(1)) return new Flaw(ErrorCodes.OutOfRange, "is above 1h");
        if (string.Equals(parts[0], "fixed", StringComparison.OrdinalIgnoreCase) && parts.Length == 2)
            return new LatencySetting(LatencyShape.Fixed, median, 0);
        if (!string.Equals(parts[0], "log-normal", StringComparison.OrdinalIgnoreCase) || parts.Length != 3)
            return new Flaw(ErrorCodes.NotReadable, "is no latency");
        if (!NumberKind.TryRead(parts[2], out var sigma)) return new Flaw(ErrorCodes.NotReadable, "has no sigma that can be read");
        return sigma is >= 0 and <= MaximumSigma
            ? new LatencySetting(LatencyShape.LogNormal, median, sigma)
            : new Flaw(ErrorCodes.OutOfRange, "has a sigma outside 0 to 5");
    }

    /// <summary>Text that is read as the same delay.</summary>
    public override string ToString() => Shape == LatencyShape.Fixed
        ? $"fixed:{DurationText.Format(Median)}"
        : $"log-normal:{DurationText.Format(Median)}:{NumberKind.Plain(Sigma)}";
}
