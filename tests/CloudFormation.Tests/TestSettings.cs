using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Sources;
using TestSupport;

namespace CloudFormation.Tests;

/// <summary>Settings as a deployment reads them.</summary>
internal static class TestSettings
{
    public static SettingsInput Input(IEnumerable<(string Name, string Value)> flags, string? folder = null) => new()
    {
        Flags = [.. flags.Select(flag => new FlagValue(KnownOptions.Find(flag.Name)!.Flag, flag.Value))],
        Folder = folder,
        Scope = OptionScope.Automation,
    };

    public static Settings Of(params (string Name, string Value)[] flags) => SettingsReader.Read(Input(flags)).SettingsOrThrow();

    /// <summary>The settings of a folder with one file: JSON as its parameters.json, an old .env file as that of an environment.</summary>
    public static Settings OfFile(string file)
    {
        var isJson = file.EndsWith(".json", StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("parameters").FullName;
        File.Copy(RepositoryRoot.Combine(file), Path.Combine(folder, isJson ? "parameters.json" : ".env.stage"));
        try
        {
            return SettingsReader.Read(Input(isJson ? [] : [("Environment", "stage")], folder)).SettingsOrThrow();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
