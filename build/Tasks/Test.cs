using Build.Targets;
using Build.Testing;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Builds the solution and runs its tests; names what is skipped, and why.")]
[Example("./build.sh --target=Test --suite=quick")]
public sealed class Test(TestRun tests) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => tests.RunAsync(TestChoice.Of(context.Options));
}
