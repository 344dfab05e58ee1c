using Build.Ecs.Collecting;
using Build.Ecs.Endings;
using Build.Ecs.Following;
using Build.Ecs.Logs;
using Build.Options;
using Build.Output;
using Build.Processes;
using Build.Running;
using LoadTest.Configuration.Problems;

namespace Build.Ecs.Known;

/// <summary>Follows a run that was begun before to its end, and reports it. To be interrupted does the run no harm.</summary>
public sealed class RunReview(KnownRuns runs, RunReport report, StopSignal stopSignal, Screen screen, Outcome outcome, TimeProvider time)
{
    /// <summary>Shows what the tasks have written, and goes on until they have stopped.</summary>
    public Task ShowLogsAsync(BuildOptions options) => stopSignal.RunAsync(async cancel =>
    {
        var run = await runs.FindAsync(options, cancel);
        var states = await FollowAsync(run, cancel);
        outcome.Report("logs", new
        {
            run.Manifest.RunId,
            run.Folder,
            tasks = states.Select(state => new { state.Index, state.Arn, state.Status, state.ExitCode, log = RunDisplay.LogFile(run.Folder, state.Index) }),
        });
    });

    /// <summary>Follows the run to its end, if it has not ended, and merges its results.</summary>
    /// <exception cref="StepFailedException">The run did not pass; the exception carries its exit code.</exception>
    public Task ReportAsync(BuildOptions options) => stopSignal.RunAsync(async cancel =>
    {
        var run = await runs.FindAsync(options, cancel);
        var end = TaskRunEnd.Of(run.Manifest, await FollowAsync(run, cancel));
        // What ECS has forgotten is judged by its results alone.
        end = end with { Codes = [.. end.States.Where(state => state.Status != TaskState.Gone).Select(state => TaskEnding.CodeOf(state, wasStopped: true))] };
        using var interruption = new RunInterruption(screen, "stopping", time);
        var code = await report.MakeAsync(end, run.Aws, run.Place, run.Folder, interruption);
        if (code != ExitCode.Passed) throw new StepFailedException((int)code, $"The load test {run.Manifest.RunId} ended with exit code {ExitCodeText.Of((int)code)}.");
    });

    private async Task<IReadOnlyList<TaskState>> FollowAsync(KnownRun run, CancellationToken cancel)
    {
        // Tasks that ECS does not show an hour later are none that it has yet to show.
        var isOld = time.GetUtcNow() - run.Manifest.CreatedAt > new EcsPace().Unseen;
        var pace = isOld ? new EcsPace { Unseen = TimeSpan.Zero } : new EcsPace();
        using var display = new RunDisplay(screen, run.Folder, run.Manifest.Tasks, pace, time);
        using var logs = new RunLogs(run.Aws, run.Manifest, display.Log, screen, pace, time);
        var watch = new TaskWatch(run.Aws, run.Manifest.Cluster, run.Manifest.TaskArns, pace, time);
        var follower = new RunFollower(watch, logs, display, pace, time);
        await follower.UntilAsync(RunStages.Ended, task => ExplainAsync(display, task), cancel);
        await follower.DrainAsync().WaitAsync(cancel);
        return watch.States;
    }

    private static Task ExplainAsync(RunDisplay display, TaskState task)
    {
        if (task.Status != TaskState.Gone && TaskEnding.Explain(task, wasStopped: true) is { } problem) display.Problem(problem);
        return Task.CompletedTask;
    }
}
