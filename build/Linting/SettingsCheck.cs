using System.Collections;
using System.Text.RegularExpressions;
using Build.Options;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Sources;

namespace Build.Linting;

/// <summary>Reads the settings of an environment from every local source, as a deployment does, and says what is wrong with them.</summary>
public sealed partial class SettingsCheck(BuildPaths paths)
{
    /// <summary>The settings, with all problems and warnings; nothing in AWS is asked.</summary>
    public SettingsResult Read(BuildOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return SettingsReader.Read(new SettingsInput
        {
            Flags = [.. options.Given
                .Where(given => KnownOptions.All.Contains(given.Option))
                .Select(given => new FlagValue(given.Option.Flag, given.Value, given.Origin))],
            Environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
                .ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value ?? "", StringComparer.Ordinal),
            Folder = paths.Root,
            Scope = OptionScope.Automation | OptionScope.Program,
        });
    }

    /// <summary>A problem on one line that begins with its place: <c>parameters.json:7: LT0113 ...; fix: ...</c></summary>
    public static string Line(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var place = FileAndLine().Replace(problem.Origin ?? "settings", "${file}:${line}");
        return $"{place}: {problem.Code} {problem.What}; fix: {problem.Fix}";
    }

    // "parameters.json line 7, column 3", also as one of several places.
    [GeneratedRegex(@"(?<file>\S+) line (?<line>\d+)(, column \d+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileAndLine();
}
