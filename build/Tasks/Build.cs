using Build.Aws;
using Build.Images;
using Build.Processes;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Publishes the load test for Linux and builds its image with Docker; needs no credentials.")]
[Example("./build.sh --target=Build --cpu-architecture=ARM64")]
public sealed class Build(ImageBuilder builder, AwsSteps steps, StopSignal stop) : AsyncFrostingTask<BuildContext>
{
    public override bool ShouldRun(BuildContext context) => steps.AreMeant(nameof(Build));

    public override Task RunAsync(BuildContext context) => stop.RunAsync(builder.BuildAsync);
}
