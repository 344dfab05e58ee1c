using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Sources;

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

    /// <summary>The settings of a folder in which this text is the parameters.json.</summary>
    public static Settings OfFile(string parametersJson, params (string Name, string Value)[] flags)
    {
        var folder = Directory.CreateTempSubdirectory("parameters").FullName;
        File.WriteAllText(Path.Combine(folder, "parameters.json"), parametersJson);
        try
        {
            return SettingsReader.Read(Input(flags, folder)).SettingsOrThrow();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
