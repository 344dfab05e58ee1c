using Build.Ecs.Known;
using Build.Processes;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Lists the runs in ECS, the newest first.")]
[Example("./build.sh --target=Runs --environment=dev")]
[IsDependentOn(typeof(ValidateCredentials))]
public sealed class Runs(RunList runs, StopSignal stopSignal) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => stopSignal.RunAsync(runs.ShowAsync);
}
