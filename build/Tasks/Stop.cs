using Build.Ecs.Known;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Stops the tasks of a run in ECS; their partial results are kept.")]
[Example("./build.sh --target=Stop --environment=dev --run=ID")]
[IsDependentOn(typeof(ValidateCredentials))]
public sealed class Stop(RunStop run) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => run.StopAsync(context.Options);
}
