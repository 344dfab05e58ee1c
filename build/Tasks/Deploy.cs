using Build.Aws;
using Build.Processes;
using Build.Stacks.Deployment;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Deploys the stacks of an environment: shows what will change, does it, and shows it happening.")]
[Example("./build.sh --target=Deploy --environment=dev --profile=P")]
[IsDependentOn(typeof(ValidateCredentials))]
[IsDependentOn(typeof(Push))]
public sealed class Deploy(EnvironmentDeployment deployment, AwsSteps steps, StopSignal stop) : AsyncFrostingTask<BuildContext>
{
    public override bool ShouldRun(BuildContext context) => steps.AreMeant(nameof(Deploy));

    public override Task RunAsync(BuildContext context) => stop.RunAsync(deployment.RunAsync);
}
