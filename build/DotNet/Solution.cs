using Build.Options;
using Build.Output;
using Build.Processes;

namespace Build.DotNet;

/// <summary>All projects of the repository.</summary>
public sealed class Solution(BuildPaths paths, ChildProcesses processes, Screen screen)
{
    /// <summary>Builds every project.</summary>
    public async Task CompileAsync(BuildConfiguration configuration)
    {
        await processes.RunStepAsync(DotNetCommands.Build(paths, paths.Solution, configuration), "The build");
        screen.Line($"built {Path.GetFileName(paths.Solution)} ({configuration}) into artifacts/bin");
    }

    /// <summary>Checks the format of every file, or mends it.</summary>
    /// <param name="fix">Whether files are changed.</param>
    public async Task FormatAsync(bool fix)
    {
        await processes.RunStepAsync(DotNetCommands.Of(paths, "restore", paths.Solution, "--verbosity", "quiet"), "The restore");
        // Rules of style and of the analyzers are errors of every build, so that checking them here again would only take its minute.
        string[] what = fix ? [paths.Solution] : ["whitespace", paths.Solution, "--verify-no-changes"];
        var format = DotNetCommands.Of(paths, ["format", .. what, "--no-restore"]);
        await processes.RunStepAsync(format, fix ? "Formatting" : "The check of the format (./build.sh --target=Format --fix mends it)");
        screen.Line(fix ? "formatted" : "every file is formatted");
    }
}
