using System.Globalization;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Options.Kinds;

internal sealed class BytesKind(int minimum, int maximum) : ValueKind<int>
{
    // Longest suffix first: B ends them all.
    private static readonly (string Suffix, int Factor)[] Suffixes =
        [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("KB", 1000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("B", 1), ("", 1)];

    public override string Expected =>
        string.Create(CultureInfo.InvariantCulture, $"a size from {minimum} to {maximum} bytes, such as 1024, 4KiB or 1KB (1000)");

    public override ValueShape Shape =>
        new(JsonKind.Whole, Pattern: @"^[0-9]+(\.[0-9]+)? *([KkMmGg]?[Bb]|[KkMmGg][Ii][Bb])?$", Minimum: minimum, Maximum: maximum);

    public override Parsed<int> Parse(string text)
    {
        var (suffix, factor) = Suffixes.First(unit => text.EndsWith(unit.Suffix, StringComparison.OrdinalIgnoreCase));
        var number = text[..^suffix.Length].TrimEnd();
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
            return new Flaw(ErrorCodes.NotReadable, "is not a number of bytes");
        if (count > maximum) return Above();
        var bytes = count * factor;
        if (bytes != decimal.Truncate(bytes)) return new Flaw(ErrorCodes.NotReadable, "is not a whole number of bytes");
        if (bytes > maximum) return Above();
        if (bytes < minimum) return new Flaw(ErrorCodes.OutOfRange, $"is below {Format(minimum)}");
        return (int)bytes;
    }

    public override string Format(int value) => value.ToString(CultureInfo.InvariantCulture);

    private Flaw Above() => new(ErrorCodes.OutOfRange, $"is above {Format(maximum)}");
}
