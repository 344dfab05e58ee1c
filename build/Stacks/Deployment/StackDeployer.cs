using Build.Aws;
using Build.Network;
using Build.Options;
using Build.Templates.Reading;
using Build.Templates.Wiring;

namespace Build.Stacks.Deployment;

/// <summary>Deploys the stacks in their order, those that need nothing of each other side by side.</summary>
public sealed class StackDeployer(
    DeploymentSettings settings, AwsClients clients, StackSource source, StackWave wave, DefaultSecurityGroup defaultGroup)
{
    private const string Registry = "registry";

    /// <summary>Makes sure that the image repository is there and as it is to be, before an image is pushed.</summary>
    /// <exception cref="LoadTest.Configuration.Problems.ProblemException">It was refused, or failed.</exception>
    public Task EnsureRegistryAsync(CancellationToken cancel) => DeployAsync(stack => stack.Name == Registry, image: "", cancel);

    /// <summary>Deploys everything that the settings ask for.</summary>
    /// <param name="image">The image by digest.</param>
    /// <param name="cancel">Ends it; what CloudFormation has begun goes on.</param>
    /// <returns>What became of each stack, in order.</returns>
    /// <exception cref="LoadTest.Configuration.Problems.ProblemException">It was refused, or failed.</exception>
    public Task<IReadOnlyList<StackResult>> DeployAsync(string image, CancellationToken cancel) => DeployAsync(_ => true, image, cancel);

    private async Task<IReadOnlyList<StackResult>> DeployAsync(Func<Stack, bool> isMeant, string image, CancellationToken cancel)
    {
        var session = await clients.SessionAsync(cancel);
        var values = settings.Settings;
        var parameters = new StackParameters(source.Templates, values, AutomationValues.Of(values, session.Region.SystemName, image));
        var results = new List<StackResult>();
        var outputs = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var stacks in Waves.Of([.. parameters.Stacks.Where(isMeant)]))
        {
            var wanted = stacks.Select(stack => source.Wanted(stack, values, parameters.Of(stack, outputs)));
            foreach (var result in await wave.DeployAsync([.. wanted], cancel))
            {
                outputs[result.Part] = result.Outputs;
                results.Add(result);
                if (result.Outputs.TryGetValue(DefaultSecurityGroup.Output, out var group)) await defaultGroup.CloseAsync(group, cancel);
            }
        }

        return results;
    }
}
