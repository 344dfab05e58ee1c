using System.Globalization;
using Build.Output;
using Build.Processes;
using Build.Running;
using LoadTest.Configuration.Problems;

namespace Build.Ecs.Collecting;

/// <summary>Brings the results of a run here, and lets the program merge them into the report that a local run has.</summary>
public sealed class RunReport(LoadTestProgram program, ChildProcesses processes, Screen screen, TimeProvider time)
{
    /// <summary>Makes the report of a run whose tasks have just stopped; gives the run's exit code.</summary>
    internal async Task<ExitCode> MakeAsync(TaskRunEnd end, EcsAccess aws, DeployedLoadTest place, string folder, RunInterruption interruption)
    {
        var bucket = new RunBucket(aws.S3, place.Bucket, aws.Session);
        // What was asked for by the first signal is a report of what there is; only a second one leaves.
        var merged = end.States.Count == 0 ? ExitCode.Failed : await MergeAsync(end.Manifest, bucket, folder, interruption.AskedFor is null ? interruption.Stop : CancellationToken.None);
        var code = ExitCodes.Worst([.. end.Codes, merged]);
        if (end.States.Count > 0) await CloseAsync(end.Manifest, bucket, folder, interruption.AskedFor ?? code);
        return code;
    }

    /// <summary>Downloads and merges what is there of a run; gives the exit code of the merge.</summary>
    /// <exception cref="ProblemException">The bucket cannot be read.</exception>
    internal async Task<ExitCode> MergeAsync(RunManifest manifest, RunBucket bucket, string folder, CancellationToken cancel)
    {
        var files = await bucket.DownloadAsync(manifest.RunId, folder, cancel);
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, "manifest.json"), manifest.ToJson(), cancel);
        var records = files.Count(file => file.EndsWith("/run.record", StringComparison.Ordinal));
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"results of {records} of {manifest.Tasks} tasks are in {folder}"));
        await program.MakeFreshAsync();
        var code = await processes.RunAsync(program.Start(["merge", $"--run-folder={folder}"]));

        // What the merge finds wrong with its folder, such as that nothing is in it, is no mistake of whoever typed the command.
        return Enum.IsDefined((ExitCode)code) && code != (int)ExitCode.Usage ? (ExitCode)code : ExitCode.Failed;
    }

    // The merged report lies beside the tasks' own results, for those who look at the run from elsewhere.
    private async Task CloseAsync(RunManifest manifest, RunBucket bucket, string folder, ExitCode code)
    {
        await bucket.WriteAsync(manifest with { EndedAt = time.GetUtcNow(), ExitCode = (int)code });
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file) != "manifest.json")) await bucket.UploadAsync(manifest.RunId, file);
    }
}
