using System.Globalization;
using System.Numerics;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Options.Kinds;

internal sealed class WholeKind<T>(T minimum, T maximum) : ValueKind<T>
    where T : struct, IBinaryInteger<T>
{
    public override string Expected =>
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum}");

    public override ValueShape Shape => new(
        JsonKind.Whole, Pattern: "^[+-]?[0-9]+$", Minimum: double.CreateChecked(minimum), Maximum: double.CreateChecked(maximum));

    public override Parsed<T> Parse(string text)
    {
        // Wide, so that a number that is too large is told apart from a text that is no number.
        if (!BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var wide))
            return new Flaw(ErrorCodes.NotReadable, "is not a whole number");
        if (wide < BigInteger.CreateChecked(minimum))
            return new Flaw(ErrorCodes.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"is below {minimum}"));
        if (wide > BigInteger.CreateChecked(maximum))
            return new Flaw(ErrorCodes.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"is above {maximum}"));
        return T.CreateChecked(wide);
    }

    public override string Format(T value) => value.ToString(null, CultureInfo.InvariantCulture);
}

internal sealed class WholeOfKind(int[] allowed) : ValueKind<int>
{
    public override string Expected => "one of " + string.Join(", ", allowed.Select(Format));

    public override ValueShape Shape => new(JsonKind.Whole, Choices: [.. allowed.Select(Format)]);

    public override Parsed<int> Parse(string text)
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return new Flaw(ErrorCodes.NotReadable, "is not a whole number");
        return allowed.Contains(value) ? value : new Flaw(ErrorCodes.NotAllowed, "is none of the allowed numbers");
    }

    public override string Format(int value) => value.ToString(CultureInfo.InvariantCulture);
}
