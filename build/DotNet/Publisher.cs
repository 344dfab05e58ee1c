using Build.Output;
using Build.Processes;

namespace Build.DotNet;

/// <summary>Makes the load test that runs without .NET installed.</summary>
public sealed class Publisher(BuildPaths paths, ChildProcesses processes, Screen screen)
{
    /// <summary>Publishes to a folder of its own, which is emptied first.</summary>
    /// <param name="rid">The system to publish for; any of them can be built on any machine.</param>
    public async Task PublishAsync(string rid)
    {
        ArgumentNullException.ThrowIfNull(rid);
        var folder = paths.Published(rid);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var publish = DotNetCommands.Of(
            paths, "publish", paths.Program, "--configuration", "Release", "--runtime", rid, "--self-contained", "--output", folder,
            "--verbosity", "quiet", "--nologo", "-p:PublishReadyToRun=true", "-p:DebugType=none",
            "-p:PublishDocumentationFiles=false", "-p:PublishReferencesDocumentationFiles=false");
        await processes.RunStepAsync(publish, "Publishing");

        var launch = Path.Combine(folder, rid.StartsWith("win", StringComparison.Ordinal) ? "dynamodb-load-test.exe" : "dynamodb-load-test");
        if (!File.Exists(launch)) throw new StepFailedException(1, $"Publishing wrote no {launch}.");
        screen.Line($"published {Path.GetRelativePath(paths.Root, launch)}");
    }
}
