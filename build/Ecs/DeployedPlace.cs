using Build.Options;
using Build.Stacks;
using LoadTest.Configuration.Problems;

namespace Build.Ecs;

/// <summary>Finds where the load test of the environment is deployed.</summary>
public sealed class DeployedPlace(DeployedStacks stacks, DeploymentSettings deployment)
{
    private const string Part = "loadtest";

    /// <summary>The place; AWS is asked for it.</summary>
    /// <exception cref="ProblemException">It is not deployed.</exception>
    public async Task<DeployedLoadTest> FindAsync(CancellationToken cancel) =>
        DeployedLoadTest.Of(deployment.Settings, await stacks.RequireOutputsAsync(Part, cancel));

    /// <summary>The place; null where nothing is deployed, and in the local environment.</summary>
    public async Task<DeployedLoadTest?> TryFindAsync(CancellationToken cancel)
    {
        var settings = deployment.Settings;
        return !settings.IsLocal && await stacks.OutputsAsync(Part, cancel) is { } outputs ? DeployedLoadTest.Of(settings, outputs) : null;
    }
}
