using System.Globalization;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Sources;

/// <summary>The file <c>.env.ENVIRONMENT</c>.</summary>
internal static class EnvironmentFileSource
{
    public static List<Given> Read(SettingsInput input, string environment, Findings findings)
    {
        var name = $".env.{environment}";
        if (input.Folder is null || FileSource.ReadText(Path.Combine(input.Folder, name), name, findings) is not { } text) return [];
        var byKey = new Dictionary<string, (string Text, string Origin)>(StringComparer.Ordinal);
        foreach (var line in DotEnv.Read(text))
        {
            var origin = string.Create(CultureInfo.InvariantCulture, $"{name} line {line.Number}");
            if (line.Value is null)
            {
                findings.Problems.Add(Broken(line, name, origin));
                continue;
            }

            if (byKey.TryGetValue(line.Key, out var earlier))
            {
                findings.Warnings.Add(new Problem(
                    ErrorCodes.Overridden, $"{line.Key} is given twice, and the last line counts", $"{earlier.Origin} and {origin}",
                    "remove all but one"));
            }

            byKey[line.Key] = (line.Value, origin);
        }

        return Collect(byKey, input.Table, findings);
    }

    private static List<Given> Collect(Dictionary<string, (string Text, string Origin)> byKey, OptionTable table, Findings findings)
    {
        var found = new List<(Given Value, int Preference)>();
        foreach (var (key, (text, origin)) in byKey)
        {
            if (FileSource.Resolve(key, origin, table, findings, secretsAllowed: true) is not { } option) continue;
            var preference = option.EnvironmentVariables.ToList().IndexOf(key);
            if (option.TakesEmpty || !string.IsNullOrWhiteSpace(text))
                found.Add((new Given(option, text, origin, SourceRank.EnvironmentFile), preference < 0 ? int.MaxValue : preference));
        }

        // One value an option: the most specific variable's.
        return [.. found.GroupBy(pair => pair.Value.Option).Select(group => group.MinBy(pair => pair.Preference).Value)];
    }

    private static Problem Broken(DotEnvLine line, string name, string origin) => line.Key.Length == 0
        ? new Problem(ErrorCodes.BrokenEnvironmentFile, $"{name} has a line that is no KEY=VALUE", origin,
            "write KEY=VALUE, or start the line with #")
        : new Problem(ErrorCodes.BrokenEnvironmentFile, $"the quotes around the value of {line.Key} do not match", origin,
            "close the quotes on the same line");
}
