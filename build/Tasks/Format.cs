using Build.DotNet;
using Build.Options;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Checks that every file is formatted as .editorconfig says; --fix changes the files.")]
[Example("./build.sh --target=Format --fix")]
public sealed class Format(Solution solution) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => solution.FormatAsync(context.Options.Get(AutomationOptions.Fix));
}
