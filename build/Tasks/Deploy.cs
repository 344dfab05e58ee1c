using Build.Processes;
using Build.Stacks.Deployment;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Deploys the stacks of an environment: shows what will change, does it, and shows it happening.")]
[Example("./build.sh --target=Deploy --environment=dev --profile=P")]
public sealed class Deploy(EnvironmentDeployment deployment, StopSignal stop) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => stop.RunAsync(deployment.RunAsync);
}
