using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Values;

/// <summary>
/// Stages as text, with commas between them: <c>ramp:TO:DURATION</c> (from where the stage before ended, or 0),
/// <c>ramp:FROM..TO:DURATION</c>, <c>hold:RATE:DURATION</c>. Rates are operations a second, up to 1e9.
/// </summary>
public static class StagesText
{
    internal const double MaximumRate = 1e9;
    internal static readonly TimeSpan MaximumDuration = TimeSpan.FromDays(30);

    /// <summary>Reads a list of stages; the flaw names the first stage that is wrong.</summary>
    public static Parsed<StageList> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var stages = new List<Stage>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var parsed = ParseStage(part, stages.Count == 0 ? 0 : stages[^1].To);
            if (parsed.Flaw is { } flaw)
                return flaw with { Phrase = FormattableString.Invariant($"has a flaw in stage {stages.Count + 1}, which {flaw.Phrase}") };
            stages.Add(parsed.Value!);
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

    private static Parsed<Stage> ParseStage(string text, double previousRate)
    {
        var parts = text.Split(':', StringSplitOptions.TrimEntries);
        if (parts.Length != 3) return new Flaw(ErrorCodes.NotReadable, "is not of the form KIND:RATE:DURATION");
        StageKind kind;
        if (string.Equals(parts[0], "ramp", StringComparison.OrdinalIgnoreCase)) kind = StageKind.Ramp;
        else if (string.Equals(parts[0], "hold", StringComparison.OrdinalIgnoreCase)) kind = StageKind.Hold;
        else return new Flaw(ErrorCodes.NotReadable, "is neither a ramp nor a hold");
        if (!TryRates(parts[1], kind, previousRate, out var from, out var to))
            return new Flaw(ErrorCodes.NotReadable, "has no rate that can be read");
        if (from is < 0 or > MaximumRate || to is < 0 or > MaximumRate)
            return new Flaw(ErrorCodes.OutOfRange, $"has a rate outside 0 to {NumberKind.Plain(MaximumRate)}");
        if (!DurationText.TryParse(parts[2], out var duration)) return new Flaw(ErrorCodes.NotReadable, "has no duration that can be read");
        if (duration <= TimeSpan.Zero || duration > MaximumDuration)
            return new Flaw(ErrorCodes.OutOfRange, $"does not last between 0s and {DurationText.Format(MaximumDuration)}");
        return new Stage(kind, from, to, duration);
    }

    private static bool TryRates(string text, StageKind kind, double previousRate, out double from, out double to)
    {
        from = previousRate;
        var between = kind == StageKind.Ramp ? text.IndexOf("..", StringComparison.Ordinal) : -1;
        if (between >= 0)
            return NumberKind.TryRead(text[(between + 2)..].Trim(), out to) & NumberKind.TryRead(text[..between].Trim(), out from);
        if (!NumberKind.TryRead(text, out to)) return false;
        if (kind == StageKind.Hold) from = to;
        return true;
    }
}
