using Build.Options;
using Build.Output;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace Build.Aws;

/// <summary>Says as whom and where everything will be done, before anything is.</summary>
public sealed class CredentialCheck(DeploymentSettings deployment, AwsAccess access, Screen screen, Outcome outcome)
{
    /// <summary>Opens the session and shows it; in the local environment there is none to open.</summary>
    /// <exception cref="ProblemException">The settings are wrong, or there is no session to be had: <see cref="AwsAccess.SessionAsync"/>.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        // What is odd about the settings of a local run, the load test says itself.
        if (deployment.Result.Settings.IsLocal)
        {
            screen.Line("the environment is local: no AWS account is needed, so no credentials are checked, and nothing is built or deployed");
            return;
        }

        foreach (var warning in deployment.Result.Warnings) screen.Error($"warning {warning}");
        var settings = deployment.Settings;
        var session = await access.SessionAsync(cancel);
        outcome.Report("identity", new
        {
            account = session.AccountId,
            arn = session.CallerArn,
            region = session.Region.SystemName,
            profile = session.Profile,
            credentials = session.CredentialsOrigin,
        });
        screen.Line($"account      {session.AccountId}{(settings.Get(ApplicationOptions.ExpectedAccountId).Length > 0 ? ", as expected" : "")}");
        screen.Line($"identity     {session.CallerArn}");
        screen.Line($"credentials  {session.CredentialsOrigin}");
        screen.Line($"region       {session.Region.SystemName} of {session.RegionOrigin}");
        if (Endpoints.Given is { } endpoint) screen.Line($"endpoint     {endpoint.Address} of {endpoint.Variable}");
        screen.Line($"environment  {settings.Environment} of {settings.Origin(ApplicationOptions.Environment)}");
    }
}
