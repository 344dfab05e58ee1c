using Build.Output;
using Build.Stacks.Calls;
using Build.Stacks.Changes;

namespace Build.Stacks.Deployment;

/// <summary>Finds out what has to be done for stacks.</summary>
public sealed class StackPlanner(StackCalls calls, ChangeSetMaker maker, Screen screen)
{
    /// <summary>
    /// The plan for one stack. Where template and parameters are as deployed, two calls say so, and no change set is made.
    /// </summary>
    public async Task<StackPlan> PlanAsync(WantedStack wanted, DeployedStack? deployed, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (deployed is not null && wanted.IsDeployedAs(deployed, await calls.TemplateAsync(deployed.Name, cancel)))
            return new StackPlan(wanted, deployed, null);
        return new StackPlan(wanted, deployed, await maker.MakeAsync(wanted, deployed is not null, cancel));
    }

    /// <summary>The plans for several stacks, made side by side. Where one cannot be made, the change sets of the others are removed.</summary>
    public async Task<IReadOnlyList<StackPlan>> PlanAsync(
        IReadOnlyList<(WantedStack Wanted, DeployedStack? Deployed)> stacks, CancellationToken cancel)
    {
        var plans = stacks.Select(stack => PlanAsync(stack.Wanted, stack.Deployed, cancel)).ToList();
        try
        {
            return await Task.WhenAll(plans);
        }
        catch
        {
            await DiscardAsync(plans.Where(plan => plan.IsCompletedSuccessfully).Select(plan => plan.Result));
            throw;
        }
    }

    /// <summary>Shows the changes of plans; a stack that stays as it is takes one line.</summary>
    public void Show(IEnumerable<StackPlan> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        foreach (var (wanted, deployed, changeSet) in plans)
        {
            if (changeSet is null)
            {
                screen.Line($"{wanted.Name}: nothing changed since it was deployed");
                continue;
            }

            screen.Line($"{wanted.Name} {(deployed is null ? "is new" : "changes")}: {ChangeTable.Summary(changeSet.Changes)}");
            foreach (var line in ChangeTable.Lines(changeSet.Changes)) screen.Line(line);
        }
    }

    /// <summary>Removes the change sets of plans that are not carried out.</summary>
    public async Task DiscardAsync(IEnumerable<StackPlan> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        foreach (var changeSet in plans.Select(plan => plan.ChangeSet).OfType<ChangeSet>()) await maker.DiscardAsync(changeSet);
    }
}
