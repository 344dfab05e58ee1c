using Build.Options;
using Build.Processes;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace Build.Running;

/// <summary>Runs the load test's commands on this machine, on this terminal, with its own exit codes.</summary>
public sealed class LocalRun(LoadTestProgram program, ChildProcesses processes)
{
    /// <summary>Shows what a load test would do.</summary>
    /// <exception cref="StepFailedException">The program ended with another code than 0, which the exception carries.</exception>
    public async Task PlanAsync(BuildOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        await RunAsync(["plan", .. options.ProgramArguments]);
    }

    /// <summary>Runs a load test.</summary>
    /// <exception cref="StepFailedException">The program ended with another code than 0, which the exception carries.</exception>
    public async Task RunLoadTestAsync(BuildOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        await RunAsync(["run", .. options.ProgramArguments]);
    }

    /// <summary>Compares two runs whose results are on this machine.</summary>
    /// <exception cref="ProblemException">One of them is not named.</exception>
    /// <exception cref="StepFailedException">The program ended with another code than 0, which the exception carries.</exception>
    public Task CompareAsync(BuildOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Option<string>[] runs = [ThresholdOptions.Baseline, AutomationOptions.RunToTakeUp];
        Problem[] missing = [.. runs.Where(run => !options.Has(run)).Select(run => new Problem(
            ErrorCodes.MissingValue, $"two runs are needed to compare, and --{run.Flag} names none", "the command line",
            "give both: --baseline=artifacts/runs/A --run=B"))];
        if (missing.Length > 0) throw new ProblemException(missing);
        var others = options.Given.Where(given => given.Option.Scope.HasFlag(OptionScope.Program) && !runs.Contains(given.Option));
        return RunAsync(["compare", .. runs.Select(options.Get), .. others.Select(given => given.ToString())]);
    }

    /// <summary>Serves the embedded DynamoDB until it is stopped.</summary>
    /// <exception cref="StepFailedException">The program ended with another code than 0, which the exception carries.</exception>
    public Task ServeLocalDynamoAsync(BuildOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return RunAsync(["local-dynamo", .. options.ProgramArguments]);
    }

    private async Task RunAsync(IReadOnlyList<string> arguments)
    {
        await program.MakeFreshAsync();
        var code = await processes.RunAsync(program.Start(arguments));
        if (code != 0) throw new StepFailedException(code, $"dynamodb-load-test ended with exit code {ExitCodeText.Of(code)}.");
    }
}
