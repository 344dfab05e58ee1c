using Build.Processes;
using Build.Stacks.Overview;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Shows the stacks and the image of an environment, and what they cost while nothing runs.")]
[Example("./build.sh --target=Status --environment=dev --profile=P")]
public sealed class Status(StackOverview overview, StopSignal stop) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => stop.RunAsync(overview.RunAsync);
}
