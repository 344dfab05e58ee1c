using System.Globalization;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Options.Kinds;

internal sealed class NumberKind(double minimum, double maximum) : ValueKind<double>
{
    public override string Expected => $"a number from {Plain(minimum)} to {Plain(maximum)}";

    public override ValueShape Shape =>
        new(JsonKind.Number, Pattern: @"^[+-]?[0-9]*\.?[0-9]+([eE][+-]?[0-9]+)?$", Minimum: minimum, Maximum: maximum);

    public override Parsed<double> Parse(string text) =>
        TryRead(text, out var value) ? Checked(value, minimum, maximum) : new Flaw(ErrorCodes.NotReadable, "is not a number");

    public override string Format(double value) => Plain(value);

    // No thousands separators and no names such as Infinity: "1,5" must never become 15.
    internal static bool TryRead(string text, out double value) =>
        double.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture,
            out value) && double.IsFinite(value);

    internal static Parsed<double> Checked(double value, double minimum, double maximum)
    {
        if (value < minimum) return new Flaw(ErrorCodes.OutOfRange, $"is below {Plain(minimum)}");
        if (value > maximum) return new Flaw(ErrorCodes.OutOfRange, $"is above {Plain(maximum)}");
        return value;
    }

    // The shortest digits that are read as the same number.
    internal static string Plain(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

internal sealed class PercentageKind(double minimum, double maximum) : ValueKind<double>
{
    public override string Expected => $"a percentage from {NumberKind.Plain(minimum)} to {NumberKind.Plain(maximum)}";

    public override ValueShape Shape =>
        new(JsonKind.Number, Pattern: @"^\+?[0-9]*\.?[0-9]+([eE][+-]?[0-9]+)? *%?$", Minimum: minimum, Maximum: maximum);

    public override Parsed<double> Parse(string text)
    {
        var number = text.EndsWith('%') ? text[..^1].TrimEnd() : text;
        return NumberKind.TryRead(number, out var value)
            ? NumberKind.Checked(value, minimum, maximum)
            : new Flaw(ErrorCodes.NotReadable, "is not a percentage");
    }

    public override string Format(double value) => NumberKind.Plain(value);
}
