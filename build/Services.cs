using Build.Aws;
using Build.Cleanup;
using Build.DotNet;
using Build.Ecs;
using Build.Help;
using Build.Images;
using Build.Linting;
using Build.Options;
using Build.Processes;
using Build.Running;
using Build.Stacks;
using Build.Testing;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;

namespace Build;

/// <summary>The services that tasks take by constructor.</summary>
public sealed class Services : IFrostingStartup
{
    /// <inheritdoc/>
    public void Configure(IServiceCollection services) => services
        .AddSingleton<ChildProcesses>()
        .AddSingleton<StopSignal>()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<DeploymentSettings>()
        .AddSingleton<AwsAccess>()
        .AddSingleton<AwsClients>()
        .AddSingleton<AwsSteps>()
        .AddSingleton<CredentialCheck>()
        .AddImages()
        .AddStacks()
        .AddSingleton<TargetList>()
        .AddSingleton<ArtifactsFolder>()
        .AddSingleton<Solution>()
        .AddSingleton<Publisher>()
        .AddSingleton<TestRun>()
        .AddSingleton<CfnLint>()
        .AddSingleton<OwnRules>()
        .AddSingleton<LintRun>()
        .AddSingleton<LoadTestProgram>()
        .AddSingleton<EnvironmentChoice>()
        .AddSingleton<LocalRun>()
        .AddEcs();
}
