namespace LoadTest.Configuration.Sources;

/// <summary>The variables of the process; those that name no setting belong to others, and are left alone.</summary>
internal static class ProcessEnvironmentSource
{
    public static List<Given> Read(SettingsInput input)
    {
        var values = new List<Given>();
        foreach (var option in input.Table.All)
        {
            // The first variable that has a value is the one: the others are more general names of the same setting.
            foreach (var variable in option.EnvironmentVariables.Concat(option.Aliases))
            {
                if (!input.Environment.TryGetValue(variable, out var text)) continue;
                var before = values.Count;
                values.AddUnlessAbsent(new Given(option, text, $"environment variable {variable}", SourceRank.ProcessEnvironment));
                if (values.Count > before) break;
            }
        }

        return values;
    }
}
