using Build.Processes;
using Build.Stacks.Removal;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Deletes the stacks of an environment; images, results and the table stay unless asked for.")]
[Example("./build.sh --target=Destroy --environment=dev --delete-data --delete-table --profile=P")]
[IsDependentOn(typeof(ValidateCredentials))]
public sealed class Destroy(EnvironmentRemoval removal, StopSignal stop) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => stop.RunAsync(removal.RunAsync);
}
