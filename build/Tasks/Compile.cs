using Build.DotNet;
using Build.Options;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Builds every project of the solution, with warnings as errors.")]
[Example("./build.sh --target=Compile")]
public sealed class Compile(Solution solution) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => solution.CompileAsync(context.Options.Get(AutomationOptions.Configuration));
}
