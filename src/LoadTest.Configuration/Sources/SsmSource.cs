using LoadTest.Configuration.Options;

namespace LoadTest.Configuration.Sources;

/// <summary>The SSM parameters that the caller has read: those that stand alone, and <c>settings</c> for the rest.</summary>
internal static class SsmSource
{
    private const string SettingsName = "settings";

    public static List<Given> Read(SettingsInput input, Findings findings)
    {
        var values = new List<Given>();
        foreach (var (path, text) in input.Ssm.OrderBy(parameter => parameter.Key, StringComparer.Ordinal))
        {
            var origin = $"SSM parameter {path}";
            var name = path[(path.LastIndexOf('/') + 1)..];
            if (string.Equals(name, SettingsName, StringComparison.OrdinalIgnoreCase))
                values.AddRange(JsonSource.Read(text, origin, SourceRank.SsmSettings, input, findings));
            else if (Named(name) is { } option)
                values.AddUnlessAbsent(new Given(option, text, origin, SourceRank.SsmParameters));
            else if (DeadKeys.Contains(name)) findings.Dead(name, origin);
            else findings.Unknown(name, origin, input.Table, nearest => nearest.Flag);
        }

        return values;
    }

    private static Option? Named(string name) =>
        KnownOptions.SsmParameters.FirstOrDefault(known => string.Equals(known.Flag, name, StringComparison.OrdinalIgnoreCase));
}
