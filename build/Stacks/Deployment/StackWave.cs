using Build.Output;
using Build.Stacks.Changes;
using Build.Stacks.Failures;
using Build.Stacks.Following;
using LoadTest.Configuration.Problems;

namespace Build.Stacks.Deployment;

/// <summary>Deploys stacks that need nothing of each other: planned side by side, confirmed once, carried out side by side.</summary>
public sealed class StackWave(
    StackReadiness readiness, StackPlanner planner, ChangeSetExecution execution, StackFailures failures, Confirmation confirmation, Screen screen)
{
    private const int MostRounds = 4;

    /// <summary>Brings the stacks to what is wanted.</summary>
    /// <returns>What became of each, in the order that was given.</returns>
    /// <exception cref="ProblemException">Something was refused or failed; of several failures it holds all.</exception>
    public async Task<IReadOnlyList<StackResult>> DeployAsync(IReadOnlyList<WantedStack> stacks, CancellationToken cancel)
    {
        var results = new Dictionary<string, StackResult>();
        var left = stacks;
        for (var round = 1; left.Count > 0; round++)
        {
            if (round > MostRounds) throw new ProblemException([.. left.Select(Outdated)]);
            var ended = await Task.WhenAll((await PlanAsync(left, cancel)).Select(plan => CarryOutAsync(plan, cancel)));
            var problems = ended.Where(end => end.Failed is not null).Select(end => end.Failed!).ToList();
            if (problems.Count > 0) throw new ProblemException([.. problems]);
            foreach (var result in ended.Select(end => end.Result).OfType<StackResult>()) results[result.Part] = result;
            left = [.. left.Where(stack => !results.ContainsKey(stack.Part))];
        }

        return [.. stacks.Select(stack => results[stack.Part])];
    }

    private async Task<IReadOnlyList<StackPlan>> PlanAsync(IReadOnlyList<WantedStack> stacks, CancellationToken cancel)
    {
        var found = await Task.WhenAll(stacks.Select(stack => readiness.WaitAsync(stack.Part, stack.Name, cancel)));

        // One after another: each may ask something.
        var ready = new List<(WantedStack, DeployedStack?)>();
        foreach (var (stack, deployed) in stacks.Zip(found)) ready.Add((stack, await readiness.ClearAsync(stack.Part, deployed, cancel)));
        var plans = await planner.PlanAsync(ready, cancel);
        planner.Show(plans);
        var destroyed = plans.SelectMany(plan => plan.Destroyed.Select(change => $"{change.LogicalId} of {plan.Wanted.Part}")).ToList();
        if (destroyed.Count == 0) return plans;
        try
        {
            await confirmation.RequireAsync($"Replace or delete {string.Join(", ", destroyed)}?", cancel);
            return plans;
        }
        catch
        {
            await planner.DiscardAsync(plans);
            throw;
        }
    }

    private async Task<(StackResult? Result, Problem? Failed)> CarryOutAsync(StackPlan plan, CancellationToken cancel)
    {
        if (plan.ChangeSet is null) return (Result(plan, "unchanged", [], TimeSpan.Zero, plan.Deployed!), null);
        if (await execution.ExecuteAsync(plan.Wanted.Part, plan.ChangeSet, cancel) is not { } followed)
        {
            screen.Line($"{plan.Wanted.Name}: the change set is out of date, as the stack was changed meanwhile; making a new one");
            return (null, null);
        }

        // An update that was taken back leaves a settled stack too, and has failed all the same.
        if (followed.Stack is not { Phase: StackPhase.Settled } stack || stack.Status.Value.Contains("ROLLBACK", StringComparison.Ordinal))
            return (null, Failed(plan, followed));
        var outcome = plan.Deployed is null ? "created" : "updated";
        screen.Line($"{stack.Name}: {outcome} in {Durations.Text(followed.Duration)}");
        return (Result(plan, outcome, plan.ChangeSet.Changes, followed.Duration, stack), null);
    }

    private Problem Failed(StackPlan plan, Followed followed) => followed.Stack is null
        ? new Problem(ErrorCodes.StackNotDeployed, $"{plan.Wanted.Name} was deleted while it was deployed", null, "find out by whom, and run the same command again")
        : failures.Show(followed.Stack, followed.Events, ErrorCodes.StackNotDeployed);

    private static StackResult Result(
        StackPlan plan, string outcome, IReadOnlyList<PlannedChange> changes, TimeSpan duration, DeployedStack stack) =>
        new(plan.Wanted.Part, stack.Name, outcome, changes, duration.TotalSeconds, stack.Outputs);

    private static Problem Outdated(WantedStack stack) => new(
        ErrorCodes.StackState, $"{stack.Name} is changed by someone else all the time: {MostRounds} change sets were out of date before they could be executed",
        null, "wait until the others are done, and run the same command again");
}
