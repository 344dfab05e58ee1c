using System.Globalization;

namespace LoadTest.Items.Templates;

/// <summary>The placeholders as they are written, without the braces.</summary>
internal static class PlaceholderText
{
    /// <summary>What there is, for messages.</summary>
    public const string Known = "there are {{number:1..100}}, {{text:20}}, {{choice:red|green|blue}}, {{uuid}} and {{ordinal}}";

    // Far from the ends of what a long holds, so that a range has a length.
    private const long MostExtreme = long.MaxValue / 4;

    // An item has 400 KB at the most.
    private const int LongestText = 400 * 1024;

    /// <summary>Reads a placeholder; null where it is none.</summary>
    /// <param name="text">Such as <c>number:1..100</c>.</param>
    /// <param name="place">Its number in the template, which sets what it draws apart from all others.</param>
    public static Placeholder? Read(string text, int place)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (name, argument) = colon < 0 ? (text.Trim(), "") : (text[..colon].Trim(), text[(colon + 1)..]);
        return name switch
        {
            "uuid" when colon < 0 => new Placeholder.Uuid(place),
            "ordinal" when colon < 0 => new Placeholder.Ordinal(),
            "number" => Number(argument, place),
            "text" => TryWhole(argument, out var length) && length is > 0 and <= LongestText ? new Placeholder.Text(place, (int)length) : null,
            "choice" when argument.Length > 0 => new Placeholder.Choice(place, argument.Split('|')),
            _ => null,
        };
    }

    private static Placeholder.Number? Number(string argument, int place)
    {
        var ends = argument.Split("..");
        return ends.Length == 2 && TryWhole(ends[0], out var smallest) && TryWhole(ends[1], out var largest) && smallest <= largest
            ? new Placeholder.Number(place, smallest, largest)
            : null;
    }

    private static bool TryWhole(string text, out long number) =>
        long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && number is > -MostExtreme and < MostExtreme;
}
