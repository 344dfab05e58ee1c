using Build.Running;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Runs a load test; in the local environment against an embedded DynamoDB, without an account.")]
[Example("./build.sh --target=RunLoadTest --environment=local --rate=500 --duration=10s")]
public sealed class RunLoadTest(LocalRun run) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => run.RunLoadTestAsync(context.Options);
}
