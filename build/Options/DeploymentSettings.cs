using System.Collections;
using Build.Templates.Wiring;
using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Sources;

namespace Build.Options;

/// <summary>
/// The settings of the environment that a deployment is made of: flags, variables, <c>.env.ENVIRONMENT</c>, <c>parameters.ENVIRONMENT.json</c>
/// and <c>parameters.json</c>, read once. Nothing in AWS is asked.
/// </summary>
public sealed class DeploymentSettings(BuildPaths paths, BuildOptions options)
{
    private readonly Lazy<SettingsResult> _result = new(() => Read(paths, options));

    /// <summary>The settings with all problems and warnings; with a problem they are not to be acted on.</summary>
    public SettingsResult Result => _result.Value;

    /// <summary>The settings.</summary>
    /// <exception cref="ProblemException">Some are wrong; it holds all problems.</exception>
    public Settings Settings => Result.SettingsOrThrow();

    private static SettingsResult Read(BuildPaths paths, BuildOptions options) => SettingsReader.Read(new SettingsInput
    {
        Flags = [.. options.Given
            .Where(given => KnownOptions.All.Contains(given.Option) && !IsForTasks(given, options))
            .Select(given => new FlagValue(given.Option.Flag, given.Value, given.Origin))],
        Environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value ?? "", StringComparer.Ordinal),
        Folder = paths.Root,
        Scope = OptionScope.Automation | OptionScope.Program,
    });

    // What was typed for a run goes to its tasks as their command: it must not change what is deployed, which the same command looks after.
    private static bool IsForTasks(GivenOption given, BuildOptions options) =>
        Asks(options, nameof(Tasks.RunLoadTest)) && !Asks(options, nameof(Tasks.Deploy))
        && DeployedSettings.IsOfTheLoad(given.Option) && given.Option.Group != OptionGroup.Table;

    private static bool Asks(BuildOptions options, string target) => options.Targets.Contains(target, StringComparer.OrdinalIgnoreCase);
}
