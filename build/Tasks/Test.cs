using Build.Running;
using Build.Targets;
using Build.Testing;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Builds the solution and runs its tests; names what is skipped, and why.")]
[Example("./build.sh --target=Test --suite=quick")]
public sealed class Test(LoadTestProgram program, TestRun tests) : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        // Tests type targets that need the program: were it stale, one of them would build it anew while others run it.
        await program.MakeFreshAsync();
        await tests.RunAsync(TestChoice.Of(context.Options));
    }
}
