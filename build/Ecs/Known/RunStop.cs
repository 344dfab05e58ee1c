using Build.Ecs.Endings;
using Build.Options;
using Build.Output;
using Build.Processes;

namespace Build.Ecs.Known;

/// <summary>Stops the tasks of a run; they write their partial results into the bucket first.</summary>
public sealed class RunStop(KnownRuns runs, StopSignal stopSignal, Screen screen, Outcome outcome, TimeProvider time)
{
    /// <summary>Stops them.</summary>
    public Task StopAsync(BuildOptions options) => stopSignal.RunAsync(async cancel =>
    {
        var run = await runs.FindAsync(options, cancel);
        var stopped = await new TaskStopper(run.Aws, run.Manifest.Cluster, new EcsPace(), time).StopAsync(run.Manifest.RunId, "stopped with --target=Stop");
        screen.Line(stopped.Count == 0 ? $"no task of run {run.Manifest.RunId} was running" : $"told {TaskName.Count(stopped.Count)} of run {run.Manifest.RunId} to stop");
        outcome.Report("stopped", new { run.Manifest.RunId, tasks = stopped });
        screen.Line($"its results: ./build.sh --target=Report --environment={run.Place.Environment} --run={run.Manifest.RunId}");
    });
}
