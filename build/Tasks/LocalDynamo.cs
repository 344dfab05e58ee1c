using Build.Running;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Serves the embedded DynamoDB on a loopback port, for any AWS SDK, until Ctrl-C.")]
[Example("./build.sh --target=LocalDynamo --port=8000")]
public sealed class LocalDynamo(LocalRun run) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => run.ServeLocalDynamoAsync(context.Options);
}
