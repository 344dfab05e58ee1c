using Build.Running;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Shows what a load test would do and what it would cost, and does nothing.")]
[Example("./build.sh --target=Plan --environment=prod --rate=5000 --duration=10m")]
public sealed class Plan(LocalRun run) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => run.PlanAsync(context.Options);
}
