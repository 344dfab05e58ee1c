using Build.Linting;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Checks the templates and the settings of an environment, without any call of AWS; needs cfn-lint.")]
[Example("./build.sh --target=Lint --environment=dev")]
public sealed class Lint(LintRun lint) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => lint.RunAsync();
}
