using Build.Options;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Sources;

namespace Build.Running;

/// <summary>Which environment a run is for: the flag, else ENVIRONMENT, else parameters.json, else the default.</summary>
public sealed class EnvironmentChoice(BuildPaths paths)
{
    private const string Local = "local";

    /// <summary>Goes on only in the local environment.</summary>
    /// <exception cref="ProblemException">Another environment is meant.</exception>
    public void RequireLocal(BuildOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = Read(options);
        var environment = settings.Get(ApplicationOptions.Environment);
        if (environment == Local) return;
        throw new ProblemException(new Problem(
            ErrorCodes.NotInThisVersion, $"runs as tasks in AWS are not in this version (the environment is '{environment}')",
            settings.Origin(ApplicationOptions.Environment), "run locally with --environment=local, or run the published program against AWS from here: artifacts/publish/RID/dynamodb-load-test run"));
    }

    // Problems with other settings are left to the load test: it reads them with every option at hand, and reports all at once.
    private LoadTest.Configuration.Settings Read(BuildOptions options) => SettingsReader.Read(new SettingsInput
    {
        Flags = [.. options.Given
            .Where(given => given.Option == ApplicationOptions.Environment)
            .Select(given => new FlagValue(given.Option.Flag, given.Value, given.Origin))],
        Environment = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value ?? "", StringComparer.Ordinal),
        Folder = paths.Root,
    }).Settings;
}
