using System.Globalization;
using Build.Output;
using Build.Processes;
using Build.Running;
using LoadTest.Configuration.Problems;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Build.Ecs.Collecting;

/// <summary>Brings the results of a run here, and lets the program merge them into the report that a local run has.</summary>
public sealed class RunReport(LoadTestProgram program, ChildProcesses processes, Screen screen, Outcome outcome, TimeProvider time)
{
    /// <summary>Makes the report of a run whose tasks have just stopped; gives the run's exit code.</summary>
    /// <exception cref="OperationCanceledException">It was stopped meanwhile; nothing in the bucket has changed.</exception>
    internal async Task<ExitCode> MakeAsync(TaskRunEnd end, EcsAccess aws, DeployedLoadTest place, string folder, RunInterruption interruption)
    {
        if (end.States.Count == 0) return ExitCodes.Worst([.. end.Codes, ExitCode.Failed]);
        var bucket = new RunBucket(aws.S3, place.Bucket, aws.Session);
        // What was asked for by the first signal is a report of what there is; only a second one leaves.
        var stop = interruption.AskedFor is null ? interruption.Stop : CancellationToken.None;
        try
        {
            var fetched = await FetchAsync(end.Manifest, bucket, folder, stop);
            var merged = await MergeAsync(folder);
            // The program was told to stop as well, and may have done half of its work.
            stop.ThrowIfCancellationRequested();
            var code = ExitCodes.Worst([.. end.Codes, fetched, merged]);
            var result = interruption.AskedFor ?? code;
            outcome.Report("run", Summary(end.Manifest.RunId, folder, result));
            if (fetched == ExitCode.Passed) await CloseAsync(end.Manifest, bucket, folder, result);
            return code;
        }
        catch (OperationCanceledException)
        {
            screen.Error($"the tasks have ended, and their results are kept; the report is made with: ./build.sh --target=Report --environment={place.Environment} --run={end.Manifest.RunId}");
            throw;
        }
    }

    // Where the bucket cannot be read, the tasks could not write to it either, mostly, and their results are in the logs, which are here.
    private async Task<ExitCode> FetchAsync(RunManifest manifest, RunBucket bucket, string folder, CancellationToken stop)
    {
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, "manifest.json"), manifest.ToJson(), stop);
        try
        {
            var files = await bucket.DownloadAsync(manifest.RunId, folder, stop);
            var records = files.Count(file => file.EndsWith("/run.record", StringComparison.Ordinal));
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"results of {records} of {manifest.Tasks} tasks are in {folder}"));
            return ExitCode.Passed;
        }
        catch (ProblemException refused)
        {
            screen.Error(refused.Message);
            screen.Error("the results could not be fetched: the report is made of those that are here, or in the tasks' logs");
            return refused.ExitCode;
        }
    }

    private async Task<ExitCode> MergeAsync(string folder)
    {
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

    private static object Summary(string runId, string folder, ExitCode code)
    {
        var summary = Path.Combine(folder, "summary.json");
        return new { runId, folder, summary = File.Exists(summary) ? summary : null, verdict = VerdictOf(summary), exitCode = (int)code };
    }

    private static string? VerdictOf(string summary)
    {
        try
        {
            return File.Exists(summary) ? (string?)JObject.Parse(File.ReadAllText(summary))["outcome"] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
