using System.Globalization;
using Build.Aws;
using Build.Images;
using Build.Options;
using Build.Output;

namespace Build.Stacks.Deployment;

/// <summary>Deploys an environment with the image that was pushed, or with the one that was named.</summary>
public sealed class EnvironmentDeployment(
    DeploymentSettings settings, AwsClients clients, ImagePublisher images, StackDeployer deployer, Screen screen, Outcome outcome)
{
    /// <summary>Deploys every stack that the settings ask for.</summary>
    /// <exception cref="LoadTest.Configuration.Problems.ProblemException">It was refused, or failed.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        if (LocalEnvironment.IsMeant(settings, screen, "deploy")) return;
        var session = await clients.SessionAsync(cancel);
        screen.Line($"deploying {settings.Settings.Environment} in account {session.AccountId}, {session.Region.SystemName}, as {session.CallerArn}");
        var image = await images.PushAsync(cancel);
        var results = await deployer.DeployAsync(image, cancel);
        outcome.Report("deployed", new { image, stacks = results });
        var changed = results.Count(result => result.Outcome != "unchanged");
        screen.Line(changed == 0
            ? $"{settings.Settings.Environment} is deployed as it is; nothing had to be done"
            : string.Create(CultureInfo.InvariantCulture, $"{settings.Settings.Environment} is deployed: {changed} of {results.Count} stacks changed"));
    }
}
