using Build.Options;
using Build.Stacks.Calls;
using LoadTest.Configuration.Problems;

namespace Build.Stacks;

/// <summary>What is deployed in the environment of the settings.</summary>
public sealed class DeployedStacks(DeploymentSettings settings, StackSource source, StackCalls calls)
{
    /// <summary>The name of a part's stack.</summary>
    /// <param name="part">As in stacks.json: registry, network, table, loadtest or monitoring.</param>
    public string NameOf(string part) => StackNames.Of(settings.Settings).Of(source[part]);

    /// <summary>A part's stack; null where there is none.</summary>
    public async Task<DeployedStack?> FindAsync(string part, CancellationToken cancel) => await calls.FindAsync(NameOf(part), cancel);

    /// <summary>A part's outputs by name; null where it is not deployed, or where its deployment is not over.</summary>
    /// <exception cref="ProblemException">CloudFormation cannot be asked.</exception>
    public async Task<IReadOnlyDictionary<string, string>?> OutputsAsync(string part, CancellationToken cancel) =>
        await FindAsync(part, cancel) is { Phase: StackPhase.Settled } stack ? stack.Outputs : null;

    /// <summary>A part's outputs by name.</summary>
    /// <exception cref="ProblemException">It is not deployed, or CloudFormation cannot be asked.</exception>
    public async Task<IReadOnlyDictionary<string, string>> RequireOutputsAsync(string part, CancellationToken cancel) =>
        await OutputsAsync(part, cancel) ?? throw new ProblemException(new Problem(
            ErrorCodes.NotDeployed, $"the stack {NameOf(part)} is not deployed in this account and region", null,
            $"./build.sh --target=Deploy --environment={settings.Settings.Environment}"));
}
