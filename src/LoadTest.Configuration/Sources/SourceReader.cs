using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Sources;

/// <summary>Every value that every source gives, once the environment is known, which decides which files are read.</summary>
internal static class SourceReader
{
    private const string ParametersFile = "parameters.json";

    public static List<Given> Read(SettingsInput input, Findings findings)
    {
        List<Given> free = [.. FlagSource.Read(input, findings), .. ProcessEnvironmentSource.Read(input)];
        free.AddRange(JsonSource.ReadFile(input, ParametersFile, SourceRank.Parameters, findings));
        RejectDoubles(free, findings);

        var environment = Environment(free);
        List<Given> chosen =
        [
            .. EnvironmentFileSource.Read(input, environment.Text, findings),
            .. JsonSource.ReadFile(input, $"parameters.{environment.Text}.json", SourceRank.ParametersOverlay, findings),
            .. SsmSource.Read(input, findings),
        ];
        RejectDoubles(chosen, findings);
        chosen.RemoveAll(value => value.Option == ApplicationOptions.Environment && IsIgnored(value, environment, findings));
        return [.. free, .. chosen];
    }

    // The highest source's value; a wrong one is reported when values are parsed, and chooses no files.
    private static Given Environment(List<Given> free)
    {
        var given = free.Where(value => value.Option == ApplicationOptions.Environment).MaxBy(value => value.Rank);
        var fallback = new Given(ApplicationOptions.Environment, ApplicationOptions.Environment.Default, "default", SourceRank.Default);
        if (given is null || !ApplicationOptions.Environment.TryParse(given.Text, given.Origin, out var name, out _)) return fallback;
        return given with { Text = name };
    }

    private static bool IsIgnored(Given value, Given environment, Findings findings)
    {
        if (value.Text.Trim() != environment.Text)
        {
            findings.Warnings.Add(new Problem(
                ErrorCodes.EnvironmentIsFixed,
                $"the environment stays {environment.Text} (from {environment.Origin}): a source that it chooses cannot change it", value.Origin,
                $"remove Environment there, or choose it with --{ApplicationOptions.Environment.Flag}"));
        }

        return true;
    }

    private static void RejectDoubles(List<Given> values, Findings findings)
    {
        foreach (var group in values.GroupBy(value => value.Option).Where(group => group.Count() > 1)
            .SelectMany(option => option.GroupBy(value => value.Rank)).Where(group => group.Count() > 1))
        {
            findings.Problems.Add(new Problem(
                ErrorCodes.GivenTwice, $"{group.First().Option.Name} is given more than once in one place",
                string.Join(" and ", group.Select(value => value.Origin)), "remove all but one"));
        }
    }
}
