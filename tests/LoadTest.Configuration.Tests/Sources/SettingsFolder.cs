using LoadTest.Configuration.Options;
using LoadTest.Configuration.Sources;
using TestSupport;

namespace LoadTest.Configuration.Tests.Sources;

/// <summary>A temporary folder of configuration files, removed on disposal.</summary>
internal sealed class SettingsFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("settings-").FullName;

    public SettingsFolder With(string name, string text)
    {
        File.WriteAllText(Path.Combine(_path, name), text);
        return this;
    }

    public SettingsFolder WithLink(string name, string target)
    {
        File.CreateSymbolicLink(Path.Combine(_path, name), target);
        return this;
    }

    public SettingsFolder WithPipe(string name)
    {
        using var make = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(_path, name)]);
        make.WaitForExit();
        return this;
    }

    public SettingsFolder WithData(string data, string name) =>
        With(name, File.ReadAllText(RepositoryRoot.Combine("tests", "LoadTest.Configuration.Tests", "Data", data)));

    public SettingsInput Input(params string[] flags) => new() { Folder = _path, Flags = Flags(flags) };

    public SettingsResult Read(params string[] flags) => SettingsReader.Read(Input(flags));

    public SettingsResult ReadForDeployment(params string[] flags) =>
        SettingsReader.Read(Input(flags) with { Scope = OptionScope.Program | OptionScope.Automation });

    public void Dispose() => Directory.Delete(_path, recursive: true);

    /// <summary>Flags as typed, without their dashes: <c>rate=5</c>.</summary>
    public static FlagValue[] Flags(params string[] flags) =>
        [.. flags.Select(flag => flag.Split('=', 2)).Select(parts => new FlagValue(parts[0], parts.Length == 2 ? parts[1] : null))];
}
