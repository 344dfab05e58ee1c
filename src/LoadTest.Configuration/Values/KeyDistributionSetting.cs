using System.Globalization;
using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Values;

/// <summary>Which of the items that are there operations go to.</summary>
public enum KeyShape
{
    /// <summary>Every item is as likely as any other.</summary>
    Uniform,

    /// <summary>The k-th item in proportion to 1 / k^exponent.</summary>
    Zipfian,

    /// <summary>A share of the items gets a share of the traffic.</summary>
    HotSet,

    /// <summary>As <see cref="Zipfian"/>, from the newest on.</summary>
    Latest,

    /// <summary>One after another.</summary>
    Sequential,

    /// <summary>Always the same item.</summary>
    Single,
}

/// <summary>
/// A distribution of keys: <c>uniform</c>, <c>zipfian:0.99</c> and <c>latest:0.99</c> (the exponent), <c>hot-set:20:80</c> (percent of the keys,
/// percent of the traffic), <c>sequential</c>, <c>single</c>.
/// </summary>
/// <param name="Shape">The distribution.</param>
/// <param name="Exponent">Of zipfian and latest, 0.01 to 10; else 0.</param>
/// <param name="KeyPercentage">Of a hot set: the keys in it, 0 to 100.</param>
/// <param name="TrafficPercentage">Of a hot set: the traffic to it, 0 to 100.</param>
public sealed record KeyDistributionSetting(KeyShape Shape, double Exponent = 0, double KeyPercentage = 0, double TrafficPercentage = 0)
{
    private const double UsualExponent = 0.99;
    private const double SmallestExponent = 0.01;
    private const double LargestExponent = 10;

    /// <summary>The names of the distributions, with commas between them.</summary>
    internal static string KnownNames => string.Join(", ", Enum.GetValues<KeyShape>().Select(Name));

    /// <summary>Reads a distribution.</summary>
    public static Parsed<KeyDistributionSetting> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(':', StringSplitOptions.TrimEntries);
        var known = Enum.GetValues<KeyShape>().Where(shape => string.Equals(Name(shape), parts[0], StringComparison.OrdinalIgnoreCase)).ToList();
        if (known.Count == 0) return new Flaw(ErrorCodes.NotAllowed, "names a distribution that does not exist");
        return known[0] switch
        {
            KeyShape.Zipfian or KeyShape.Latest => ParseExponent(known[0], parts),
            KeyShape.HotSet => ParseHotSet(parts),
            _ => parts.Length == 1 ? new KeyDistributionSetting(known[0]) : new Flaw(ErrorCodes.NotReadable, "has a number that its distribution does not take"),
        };
    }

    /// <summary>Text that is read as the same distribution.</summary>
    public override string ToString() => Shape switch
    {
        KeyShape.Zipfian or KeyShape.Latest => string.Create(CultureInfo.InvariantCulture, $"{Name(Shape)}:{Exponent:R}"),
        KeyShape.HotSet => string.Create(CultureInfo.InvariantCulture, $"{Name(Shape)}:{KeyPercentage:R}:{TrafficPercentage:R}"),
        _ => Name(Shape),
    };

    private static Parsed<KeyDistributionSetting> ParseExponent(KeyShape shape, string[] parts)
    {
        if (parts.Length == 1) return new KeyDistributionSetting(shape, UsualExponent);
        if (parts.Length > 2 || !NumberKind.TryRead(parts[1], out var exponent)) return new Flaw(ErrorCodes.NotReadable, "has no exponent that can be read");
        return exponent is >= SmallestExponent and <= LargestExponent
            ? new KeyDistributionSetting(shape, exponent)
            : new Flaw(ErrorCodes.OutOfRange, "has an exponent outside 0.01 to 10");
    }

    private static Parsed<KeyDistributionSetting> ParseHotSet(string[] parts)
    {
        if (parts.Length != 3 || !NumberKind.TryRead(parts[1].TrimEnd('%'), out var keys) || !NumberKind.TryRead(parts[2].TrimEnd('%'), out var traffic))
            return new Flaw(ErrorCodes.NotReadable, "is not of the form hot-set:PERCENT-OF-KEYS:PERCENT-OF-TRAFFIC");
        return keys is > 0 and <= 100 && traffic is >= 0 and <= 100
            ? new KeyDistributionSetting(KeyShape.HotSet, KeyPercentage: keys, TrafficPercentage: traffic)
            : new Flaw(ErrorCodes.OutOfRange, "has a share outside 0 to 100 percent");
    }

    private static string Name(KeyShape shape) => Options.OptionNames.Flag(shape.ToString());
}
