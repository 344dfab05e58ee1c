using System.Reflection;
using Cake.Cli;
using Cake.Core;

namespace Build.Output;

/// <summary>What <c>--version</c> shows: the project's version, and Cake's.</summary>
public sealed class AutomationVersion : IVersionResolver
{
    /// <summary>The project's version.</summary>
    public static string OfProject => VersionOf(typeof(AutomationVersion).Assembly);

    /// <inheritdoc/>
    public string GetVersion() =>
        $"dynamodb-load-test {OfProject} (Cake {VersionOf(typeof(ICakeEngine).Assembly)})";

    /// <inheritdoc/>
    public string GetProductVersion() => GetVersion();

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
