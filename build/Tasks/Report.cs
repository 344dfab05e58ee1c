using Build.Ecs.Known;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Waits for a run in ECS to end, and merges the results of its tasks into one report.")]
[Example("./build.sh --target=Report --environment=dev --run=ID")]
[IsDependentOn(typeof(ValidateCredentials))]
public sealed class Report(RunReview review) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => review.ReportAsync(context.Options);
}
