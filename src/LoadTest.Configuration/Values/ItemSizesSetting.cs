using System.Globalization;
using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Values;

/// <summary>How the sizes of items are distributed.</summary>
public enum SizeShape
{
    /// <summary>All are of the size that ItemSize gives.</summary>
    Fixed,

    /// <summary>Every size of a range is as likely as any other.</summary>
    Uniform,

    /// <summary>The logarithm is normally distributed; ItemSize gives the median.</summary>
    LogNormal,

    /// <summary>Sizes with weights, from a file.</summary>
    Histogram,
}

/// <summary>
/// A distribution of sizes: <c>fixed</c>, <c>uniform:256..4096</c> (bytes), <c>log-normal:0.5</c> (sigma), <c>histogram:FILE</c>.
/// </summary>
/// <param name="Shape">The distribution.</param>
/// <param name="Smallest">Of a range, in bytes.</param>
/// <param name="Largest">Of a range, in bytes.</param>
/// <param name="Sigma">The standard deviation of the size's natural logarithm, 0 to 5.</param>
/// <param name="File">The file with the histogram.</param>
public sealed record ItemSizesSetting(SizeShape Shape, int Smallest = 0, int Largest = 0, double Sigma = 0, string File = "")
{
    private const double LargestSigma = 5;
    private static readonly ValueKind<int> Bytes = Kind.Bytes(64, 409_600);

    /// <summary>Reads a distribution.</summary>
    public static Parsed<ItemSizesSetting> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (name, rest) = text.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? (text[..colon].Trim(), text[(colon + 1)..].Trim()) : (text, "");
        var known = Enum.GetValues<SizeShape>().Where(shape => string.Equals(Name(shape), name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (known.Count == 0) return new Flaw(ErrorCodes.NotAllowed, "names a distribution that does not exist");
        return known[0] switch
        {
            SizeShape.Uniform => ParseRange(rest),
            SizeShape.LogNormal => ParseSigma(rest),
            SizeShape.Histogram => rest.Length > 0 ? new ItemSizesSetting(SizeShape.Histogram, File: rest) : new Flaw(ErrorCodes.NotReadable, "names no file"),
            _ => rest.Length == 0 ? new ItemSizesSetting(SizeShape.Fixed) : new Flaw(ErrorCodes.NotReadable, "takes no number: ItemSize gives it"),
        };
    }

    /// <summary>Text that is read as the same distribution.</summary>
    public override string ToString() => Shape switch
    {
        SizeShape.Uniform => string.Create(CultureInfo.InvariantCulture, $"{Name(Shape)}:{Smallest}..{Largest}"),
        SizeShape.LogNormal => string.Create(CultureInfo.InvariantCulture, $"{Name(Shape)}:{Sigma:R}"),
        SizeShape.Histogram => $"{Name(Shape)}:{File}",
        _ => Name(Shape),
    };

    private static Parsed<ItemSizesSetting> ParseRange(string text)
    {
        var ends = text.Split("..", StringSplitOptions.TrimEntries);
        if (ends.Length != 2) return new Flaw(ErrorCodes.NotReadable, "is not of the form uniform:SMALLEST..LARGEST");
        var (smallest, largest) = (Bytes.Parse(ends[0]), Bytes.Parse(ends[1]));
        if ((smallest.Flaw ?? largest.Flaw) is { } flaw) return flaw with { Phrase = $"has a size that {flaw.Phrase}" };
        return smallest.Value <= largest.Value
            ? new ItemSizesSetting(SizeShape.Uniform, smallest.Value, largest.Value)
            : new Flaw(ErrorCodes.OutOfRange, "has a smallest size above the largest");
    }

    private static Parsed<ItemSizesSetting> ParseSigma(string text)
    {
        if (!NumberKind.TryRead(text, out var sigma)) return new Flaw(ErrorCodes.NotReadable, "has no sigma that can be read");
        return sigma is >= 0 and <= LargestSigma
            ? new ItemSizesSetting(SizeShape.LogNormal, Sigma: sigma)
            : new Flaw(ErrorCodes.OutOfRange, "has a sigma outside 0 to 5");
    }

    private static string Name(SizeShape shape) => Options.OptionNames.Flag(shape.ToString());
}
