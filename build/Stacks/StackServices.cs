using Build.Aws;
using Build.Errors;
using Build.Network;
using Build.Output;
using Build.Stacks.Calls;
using Build.Stacks.Changes;
using Build.Stacks.Data;
using Build.Stacks.Deployment;
using Build.Stacks.Diffing;
using Build.Stacks.Failures;
using Build.Stacks.Following;
using Build.Stacks.Overview;
using Build.Stacks.Removal;
using Microsoft.Extensions.DependencyInjection;

namespace Build.Stacks;

/// <summary>The services that deploy stacks.</summary>
internal static class StackServices
{
    public static IServiceCollection AddStacks(this IServiceCollection services) => services
        .AddSingleton(Pace.Usual)
        .AddSingleton(provider => Client(provider.GetRequiredService<AwsClients>(), provider))
        .AddSingleton<Confirmation>()
        .AddSingleton<StackSource>()
        .AddSingleton<StackCalls>()
        .AddSingleton<ChangeSetCalls>()
        .AddSingleton<StackFollower>()
        .AddSingleton<StackFailures>()
        .AddSingleton<StackRemoval>()
        .AddSingleton<ChangeSetMaker>()
        .AddSingleton<ChangeSetExecution>()
        .AddSingleton<StackReadiness>()
        .AddSingleton<StackPlanner>()
        .AddSingleton<StackWave>()
        .AddSingleton<DefaultSecurityGroup>()
        .AddSingleton<StackDeployer>()
        .AddSingleton<DeployedStacks>()
        .AddSingleton<EnvironmentDeployment>()
        .AddSingleton<StoredTables>()
        .AddSingleton<StoredBuckets>()
        .AddSingleton<StoredImages>()
        .AddSingleton<RemovalPlanner>()
        .AddSingleton<RemovalPreview>()
        .AddSingleton<EnvironmentRemoval>()
        .AddSingleton<StackDiff>()
        .AddSingleton<StackOverview>();

    private static PatientClient Client(AwsClients clients, IServiceProvider provider) => new(
        clients.CloudFormationAsync,
        async (failure, doing) => AwsFailures.Explain(failure, doing, await clients.SessionAsync(CancellationToken.None)),
        provider.GetRequiredService<Screen>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Pace>());
}
