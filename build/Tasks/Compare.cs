using Build.Running;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Compares a run with an earlier one, and tells differences from chance; what ran in ECS is brought here by Report first.")]
[Example("./build.sh --target=Compare --baseline=monday-1 --run=tuesday-1")]
public sealed class Compare(LocalRun run) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => run.CompareAsync(context.Options);
}
