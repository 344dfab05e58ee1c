using Build.Aws;
using Build.Processes;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Asks AWS who the credentials belong to, and shows account, identity, region and profile with where each came from.")]
[Example("./build.sh --target=ValidateCredentials --profile=my-profile --region=us-east-1")]
public sealed class ValidateCredentials(CredentialCheck check, StopSignal stop) : AsyncFrostingTask<BuildContext>
{
    public override Task RunAsync(BuildContext context) => stop.RunAsync(check.RunAsync);
}
