using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Options.Kinds;

internal sealed class DurationKind(TimeSpan minimum, TimeSpan maximum) : ValueKind<TimeSpan>
{
    public override string Expected =>
        $"a duration from {DurationText.Format(minimum)} to {DurationText.Format(maximum)}, such as 500ms, 10s or 1h30m";

    public override ValueShape Shape => new(JsonKind.Number, Pattern: DurationText.Pattern);

    public override Parsed<TimeSpan> Parse(string text)
    {
        if (!DurationText.TryParse(text, out var value)) return new Flaw(ErrorCodes.NotReadable, "is not a duration");
        if (value < minimum) return new Flaw(ErrorCodes.OutOfRange, $"is below {DurationText.Format(minimum)}");
        if (value > maximum) return new Flaw(ErrorCodes.OutOfRange, $"is above {DurationText.Format(maximum)}");
        return value;
    }

    public override string Format(TimeSpan value) => DurationText.Format(value);
}
