using Build.Stacks.Changes;

namespace Build.Stacks.Deployment;

/// <summary>What has to be done for one stack.</summary>
/// <param name="Wanted">As it is to be.</param>
/// <param name="Deployed">As it is; null where there is none.</param>
/// <param name="ChangeSet">The way from one to the other; null when nothing changes.</param>
public sealed record StackPlan(WantedStack Wanted, DeployedStack? Deployed, ChangeSet? ChangeSet)
{
    /// <summary>What may be gone afterwards.</summary>
    public IEnumerable<PlannedChange> Destroyed => ChangeSet?.Changes.Where(change => change.IsDestructive) ?? [];
}
