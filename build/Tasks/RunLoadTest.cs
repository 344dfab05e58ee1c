using Build.Ecs;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Runs a load test: locally against an embedded DynamoDB, without an account, or as tasks in ECS.")]
[Example("./build.sh --target=RunLoadTest --environment=local --rate=500 --duration=10s")]
[IsDependentOn(typeof(Deploy))]
public sealed class RunLoadTest(LoadTestStart run) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => run.RunAsync(context.Options);
}
