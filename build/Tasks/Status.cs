using Build.Ecs.Known;
using Build.Processes;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Shows the stacks and the image of an environment, what they cost while nothing runs, and the last runs.")]
[Example("./build.sh --target=Status --environment=dev --profile=P")]
[IsDependentOn(typeof(ValidateCredentials))]
public sealed class Status(EnvironmentStatus status, StopSignal stop) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => stop.RunAsync(status.ShowAsync);
}
