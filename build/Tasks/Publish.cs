using Build.DotNet;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Publishes the load test, self-contained, to artifacts/publish/RID/dynamodb-load-test.")]
[Example("./build.sh --target=Publish --rid=linux-arm64")]
public sealed class Publish(Publisher publisher) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => publisher.PublishAsync(RuntimeId.Of(context.Options));
}
