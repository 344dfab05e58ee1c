using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.IO;

namespace Cake.Frosting.Internal;

/// <summary>A Cake setting that the build gave in code.</summary>
internal sealed record CakeSetting(string Key, string Value);

/// <summary>The folder that the build asked to work in.</summary>
internal sealed record WorkingDirectory(DirectoryPath Path);

/// <summary>Cake's settings: those given in code, overruled by cake.config, the environment and the command line, in Cake's own order.</summary>
internal sealed class HostConfiguration(
    IEnumerable<CakeSetting> settings,
    IFileSystem fileSystem,
    ICakeEnvironment environment,
    ICakeArguments arguments) : ICakeConfiguration
{
    private readonly ICakeConfiguration _configuration = new CakeConfigurationProvider(fileSystem, environment).CreateConfiguration(
        environment.WorkingDirectory,
        settings.GroupBy(setting => setting.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.OrdinalIgnoreCase),
        arguments.GetArguments().ToDictionary(
            argument => argument.Key,
            argument => argument.Value?.FirstOrDefault() ?? string.Empty,
            StringComparer.OrdinalIgnoreCase));

    public string GetValue(string key) => _configuration.GetValue(key);
}
