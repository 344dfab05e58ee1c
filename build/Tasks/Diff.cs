using Build.Processes;
using Build.Stacks.Diffing;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Shows what Deploy would change in AWS, and changes nothing.")]
[Example("./build.sh --target=Diff --environment=dev --profile=P")]
[IsDependentOn(typeof(ValidateCredentials))]
public sealed class Diff(StackDiff diff, StopSignal stop) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => stop.RunAsync(diff.RunAsync);
}
