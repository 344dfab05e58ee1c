using Build.Aws;
using Build.Ecs.Checks;
using Build.Ecs.Collecting;
using Build.Options;
using Build.Output;
using Build.Processes;
using Build.Running;
using Build.Stacks;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace Build.Ecs;

/// <summary>Runs the deployed load test as tasks in ECS, and comes back with its report and its exit code.</summary>
public sealed class EcsRun(
    AwsClients clients, DeployedPlace deployed, DeployedStacks stacks, DeploymentSettings deployment, RunChecks checks, RunReport report, Screen screen, BuildPaths paths, TimeProvider time)
{
    /// <summary>Checks, launches, follows, collects.</summary>
    /// <exception cref="ProblemException">A check refused, or AWS did.</exception>
    /// <exception cref="StepFailedException">The run did not pass; the exception carries its exit code.</exception>
    public async Task ExecuteAsync(BuildOptions options)
    {
        var order = RunOrder.Of(options, deployment.Settings, time.GetUtcNow());
        using var interruption = new RunInterruption(screen, "stopping: the tasks are stopped, and what they have done so far is collected (a second Ctrl-C leaves at once)", time);
        var work = RunAsync(order, interruption);
        if (await Task.WhenAny(work, interruption.Left) != work)
            throw new StepFailedException((int)interruption.AskedFor!, $"Left at once, as asked twice. What still runs is stopped with: {Command("Stop", order.RunId)}");
        var code = await work;
        if (code != ExitCode.Passed) throw new StepFailedException((int)code, $"The load test {order.RunId} ended with exit code {ExitCodeText.Of((int)code)}.");
    }

    private async Task<ExitCode> RunAsync(RunOrder order, RunInterruption interruption)
    {
        try
        {
            var place = await deployed.FindAsync(interruption.Stop);
            var aws = await EcsAccess.OfAsync(clients, interruption.Stop);
            var image = await checks.CheckAsync(order, place, aws, interruption.Stop);
            var folder = Path.Combine(paths.Root, deployment.Settings.Get(ResultsOptions.ArtifactsPath), order.RunId);
            ConsoleLinks.Show(screen, place, stacks.NameOf("monitoring"), aws.Session);
            var end = await new TaskRun(aws, place, order, folder, screen, new EcsPace(), time).ExecuteAsync(image, interruption.Stop);
            if (end.IsDetached) return ShowHowToFollow(order.RunId);
            var code = await report.MakeAsync(end, aws, place, folder, interruption);
            return interruption.AskedFor ?? code;
        }
        catch (OperationCanceledException) when (interruption.AskedFor is { } code)
        {
            return code;
        }
    }

    private ExitCode ShowHowToFollow(string runId)
    {
        screen.Line("left running, as --detach asked for. Take it up again, from any machine, with:");
        foreach (var target in new[] { "Logs", "Report", "Stop" }) screen.Line("  " + Command(target, runId));
        return ExitCode.Passed;
    }

    private string Command(string target, string runId) => $"./build.sh --target={target} --environment={deployment.Settings.Environment} --run={runId}";
}
