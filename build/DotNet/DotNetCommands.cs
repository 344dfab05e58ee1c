using Build.Options;
using Build.Processes;

namespace Build.DotNet;

/// <summary>The calls of the dotnet program that the targets make.</summary>
internal static class DotNetCommands
{
    /// <summary>A call of dotnet in the repository's folder.</summary>
    /// <param name="paths">The repository.</param>
    /// <param name="arguments">What follows the program's name.</param>
    public static Command Of(BuildPaths paths, params IReadOnlyList<string> arguments) => new(Command.DotNet, arguments, paths.Root)
    {
        Variables = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_NOLOGO"] = "1",

            // Servers of the compiler and of MSBuild would outlive the run, and keep files of it open.
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["UseSharedCompilation"] = "false",
        },
    };

    /// <summary>Builds a project or solution, saying only what went wrong.</summary>
    public static Command Build(BuildPaths paths, string project, BuildConfiguration configuration) =>
        Of(paths, "build", project, "--configuration", configuration.ToString(), "--verbosity", "quiet", "--nologo",
            "-consoleLoggerParameters:NoSummary");
}
