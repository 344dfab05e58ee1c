using Build.Aws;
using Build.Images;
using Build.Processes;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Gives the image its name in the registry: version, commit and processor, and a mark where something is not committed.")]
[Example("./build.sh --target=Tag --profile=my-profile")]
[IsDependentOn(typeof(ValidateCredentials))]
[IsDependentOn(typeof(Build))]
public sealed class Tag(ImageNamer namer, AwsSteps steps, StopSignal stop) : AsyncFrostingTask<BuildContext>
{
    public override bool ShouldRun(BuildContext context) => steps.AreMeant(nameof(Tag));

    public override Task RunAsync(BuildContext context) => stop.RunAsync(namer.TagAsync);
}
