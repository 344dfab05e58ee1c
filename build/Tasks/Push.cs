using Build.Aws;
using Build.Images;
using Build.Processes;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Pushes the image to ECR, unless it is there, and shows it by its digest.")]
[Example("./build.sh --target=Push --profile=my-profile")]
[IsDependentOn(typeof(ValidateCredentials))]
[IsDependentOn(typeof(Tag))]
public sealed class Push(ImagePublisher publisher, AwsSteps steps, StopSignal stop) : AsyncFrostingTask<BuildContext>
{
    public override bool ShouldRun(BuildContext context) => steps.AreMeant(nameof(Push));

    public override Task RunAsync(BuildContext context) => stop.RunAsync(publisher.RunAsync);
}
