using Build.Processes;
using Build.Stacks.Overview;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Shows the stacks, the image and the last runs of an environment, and what it costs while nothing runs.")]
[Example("./build.sh --target=Status --environment=dev --profile=P")]
[IsDependentOn(typeof(ValidateCredentials))]
public sealed class Status(StackOverview overview, StopSignal stop) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => stop.RunAsync(overview.RunAsync);
}
