using System.Globalization;
using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Values;

/// <summary>
/// Stages as text, with commas between them: <c>ramp:TO:DURATION</c> (from where the stage before ended, or 0),
/// <c>ramp:FROM..TO:DURATION</c>, <c>hold:RATE:DURATION</c>, <c>step:FROM..TO:STEPS:DURATION</c> (as many equal steps from one rate to the other, in all
/// of the duration), <c>spike:PEAK:DURATION</c> (up to the peak and back to where the stage before ended, evenly). Rates are operations a
/// second, up to 1e9. Steps and spikes become holds and ramps.
/// </summary>
public static class StagesText
{
    /// <summary>The highest rate, in operations a second.</summary>
    public const double HighestRate = 1e9;

    internal const double MaximumRate = HighestRate;
    private const int MostSteps = 1000;
    internal static readonly TimeSpan MaximumDuration = TimeSpan.FromDays(30);

    private static readonly StageForm[] Forms =
        [new("ramp", 3, HasTwoRates: true), new("hold", 3, HasTwoRates: false), new("step", 4, HasTwoRates: true), new("spike", 3, HasTwoRates: false)];

    /// <summary>Reads a list of stages; the flaw names the first stage that is wrong.</summary>
    public static Parsed<StageList> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var stages = new List<Stage>();
        foreach (var (part, number) in text.Split(',', StringSplitOptions.TrimEntries).Select((part, i) => (part, i + 1)))
        {
            var parsed = ParseStages(part, stages.Count == 0 ? 0 : stages[^1].To);
            if (parsed.Flaw is { } flaw)
                return flaw with { Phrase = FormattableString.Invariant($"has a flaw in stage {number}, which {flaw.Phrase}") };
            stages.AddRange(parsed.Value!);
        }

        var list = new StageList(stages);
        if (list.Duration > MaximumDuration)
            return new Flaw(ErrorCodes.OutOfRange, $"is longer than {DurationText.Format(MaximumDuration)} in all");
        return list.PeakRate > 0 ? list : new Flaw(ErrorCodes.OutOfRange, "offers nothing: every rate is 0");
    }

    /// <summary>Text that is read as the same stages.</summary>
    public static string Format(StageList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return string.Join(',', list.Stages.Select(stage => stage.Kind == StageKind.Hold
            ? $"hold:{NumberKind.Plain(stage.To)}:{DurationText.Format(stage.Duration)}"
            : $"ramp:{NumberKind.Plain(stage.From)}..{NumberKind.Plain(stage.To)}:{DurationText.Format(stage.Duration)}"));
    }

    private static Parsed<Stage[]> ParseStages(string text, double previousRate)
    {
        var parts = text.Split(':', StringSplitOptions.TrimEntries);
        var form = Array.Find(Forms, form => string.Equals(form.Word, parts[0], StringComparison.OrdinalIgnoreCase));
        if (parts.Length < 3) return new Flaw(ErrorCodes.NotReadable, "is not of the form KIND:RATE:DURATION");
        if (form is null) return new Flaw(ErrorCodes.NotReadable, "is neither a ramp, a hold, a step nor a spike");
        if (parts.Length != form.Parts)
            return new Flaw(ErrorCodes.NotReadable, form.Word == "step" ? "is not of the form step:FROM..TO:STEPS:DURATION" : "is not of the form KIND:RATE:DURATION");
        if (!TryRates(parts[1], form, previousRate, out var from, out var to))
            return new Flaw(ErrorCodes.NotReadable, "has no rate that can be read");
        if (from is < 0 or > MaximumRate || to is < 0 or > MaximumRate)
            return new Flaw(ErrorCodes.OutOfRange, $"has a rate outside 0 to {NumberKind.Plain(MaximumRate)}");
        if (!DurationText.TryParse(parts[^1], out var duration)) return new Flaw(ErrorCodes.NotReadable, "has no duration that can be read");
        if (duration <= TimeSpan.Zero || duration > MaximumDuration)
            return new Flaw(ErrorCodes.OutOfRange, $"does not last between 0s and {DurationText.Format(MaximumDuration)}");
        return form.Word switch
        {
            "step" => Steps(parts[2], from, to, duration),
            "spike" => new[] { new Stage(StageKind.Ramp, from, to, duration / 2), new Stage(StageKind.Ramp, to, from, duration - duration / 2) },
            _ => new[] { new Stage(form.Word == "hold" ? StageKind.Hold : StageKind.Ramp, from, to, duration) },
        };
    }

    private static Parsed<Stage[]> Steps(string text, double from, double to, TimeSpan duration)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 2 or > MostSteps)
            return new Flaw(ErrorCodes.OutOfRange, FormattableString.Invariant($"does not have between 2 and {MostSteps} steps"));
        return Enumerable.Range(0, count)
            .Select(i => (Rate: from + (to - from) * i / (count - 1), Length: duration * (i + 1) / count - duration * i / count))
            .Select(step => new Stage(StageKind.Hold, step.Rate, step.Rate, step.Length)).ToArray();
    }

    private static bool TryRates(string text, StageForm form, double previousRate, out double from, out double to)
    {
        from = previousRate;
        var between = form.HasTwoRates ? text.IndexOf("..", StringComparison.Ordinal) : -1;
        if (between >= 0)
            return NumberKind.TryRead(text[(between + 2)..].Trim(), out to) & NumberKind.TryRead(text[..between].Trim(), out from);
        if (!NumberKind.TryRead(text, out to)) return false;
        if (form.Word == "hold") from = to;
        return form.Word != "step";
    }

    /// <summary>A form that a stage can have.</summary>
    /// <param name="Word">What it begins with.</param>
    /// <param name="Parts">How many parts it has, with colons between them.</param>
    /// <param name="HasTwoRates">Whether it may name two rates.</param>
    private sealed record StageForm(string Word, int Parts, bool HasTwoRates);
}
