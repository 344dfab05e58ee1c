using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Validation;

namespace LoadTest.Configuration.Sources;

/// <summary>The settings, and everything that is wrong or odd about them. With a problem, the settings are not to be acted on.</summary>
public sealed record SettingsResult(Settings Settings, IReadOnlyList<Problem> Problems, IReadOnlyList<Problem> Warnings)
{
    /// <summary>The settings.</summary>
    /// <exception cref="ProblemException">There are problems; it holds them all.</exception>
    public Settings SettingsOrThrow() => Problems.Count == 0 ? Settings : throw new ProblemException([.. Problems]);
}

/// <summary>Makes settings of all sources: the highest one that gives a value wins.</summary>
public static class SettingsReader
{
    /// <summary>Reads, resolves and validates. It throws for no input that a user can give.</summary>
    public static SettingsResult Read(SettingsInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var findings = new Findings();
        var given = SourceReader.Read(input, findings);
        var values = new Dictionary<Option, SettingValue>();
        foreach (var group in given.GroupBy(value => value.Option)) Resolve([.. group.OrderByDescending(value => value.Rank)], values, findings);
        var settings = new Settings(values, findings.Refused, input.Table);
        findings.Problems.AddRange(SettingsRules.Check(settings, input.Scope));
        return new SettingsResult(settings, findings.Problems, findings.Warnings);
    }

    private static void Resolve(List<Given> fromHighest, Dictionary<Option, SettingValue> values, Findings findings)
    {
        var winner = fromHighest[0];
        if (winner.Option.TryParseValue(winner.Text, winner.Origin, out var value, out var problem))
            values.Add(winner.Option, new SettingValue(value, winner.Origin, winner.Rank));
        else findings.Refuse(winner.Option, problem);
        foreach (var lower in fromHighest.Skip(1).Where(lower => lower.Rank != winner.Rank))
        {
            if (!lower.Option.TryParseValue(lower.Text, lower.Origin, out _, out var flaw))
            {
                var what = $"{flaw.What}; it does not matter only because of {winner.Origin}";
                findings.Warnings.Add(flaw with { Code = ErrorCodes.Overridden, What = what });
            }
        }
    }
}
