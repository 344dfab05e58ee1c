using Build.Ecs.Known;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Shows the logs of a run in ECS, and follows them until its tasks have stopped.")]
[Example("./build.sh --target=Logs --environment=dev --run=ID")]
[IsDependentOn(typeof(ValidateCredentials))]
public sealed class Logs(RunReview review) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => review.ShowLogsAsync(context.Options);
}
