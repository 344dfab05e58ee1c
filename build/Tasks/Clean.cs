using Build.Cleanup;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Removes what was built; keeps the results of load tests, and the automation that is running.")]
[Example("./build.sh --target=Clean")]
public sealed class Clean(ArtifactsFolder artifacts) : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => artifacts.Clean();
}
