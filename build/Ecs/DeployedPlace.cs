using Build.Options;
using Build.Stacks;
using LoadTest.Configuration.Problems;

namespace Build.Ecs;

/// <summary>Finds where the load test of the environment is deployed.</summary>
public sealed class DeployedPlace(DeployedStacks stacks, DeploymentSettings deployment)
{
    /// <summary>The place; AWS is asked for it.</summary>
    /// <exception cref="ProblemException">It is not deployed.</exception>
    public async Task<DeployedLoadTest> FindAsync(CancellationToken cancel) =>
        DeployedLoadTest.Of(deployment.Settings, await stacks.RequireOutputsAsync("loadtest", cancel));
}
