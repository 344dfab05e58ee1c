using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Build.Errors;
using Build.Options;
using Build.Output;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace Build.Aws;

/// <summary>Opens the session in which everything is done in AWS: one for the whole run, checked before it is used.</summary>
public sealed class AwsAccess(DeploymentSettings deployment, Screen screen)
{
    private readonly Lock _lock = new();
    private Task<AwsSession>? _session;

    /// <summary>The session; the first call asks AWS who we are, and those after it get the same answer.</summary>
    /// <exception cref="ProblemException">
    /// The settings are wrong, there are no usable credentials or no region, AWS refuses them, or they belong to another account than
    /// ExpectedAccountId.
    /// </exception>
    public Task<AwsSession> SessionAsync(CancellationToken cancel)
    {
        lock (_lock) return _session is null or { IsFaulted: true } or { IsCanceled: true } ? _session = OpenAsync(cancel) : _session;
    }

    private async Task<AwsSession> OpenAsync(CancellationToken cancel)
    {
        var settings = deployment.Settings;
        var login = new LoginFinder(settings, screen).Find();
        await KeysOf.CheckAsync(login, cancel);
        using var client = new AmazonSecurityTokenServiceClient(login.Credentials, ClientSettings.Of<AmazonSecurityTokenServiceConfig>(login));
        var caller = await AwsFailures.ExplainAsync(
            "ask AWS who we are (sts:GetCallerIdentity)", login, () => client.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancel));
        var session = new AwsSession(login, caller.Account, caller.Arn);
        var expected = settings.Get(ApplicationOptions.ExpectedAccountId);
        if (expected.Length == 0 || expected == session.AccountId) return session;
        throw new ProblemException(new Problem(
            ErrorCodes.WrongAccount, $"the credentials belong to account {session.AccountId}, and only {expected} is allowed ({session.Who})",
            settings.Origin(ApplicationOptions.ExpectedAccountId), $"take credentials of account {expected}: --profile=NAME; or allow this one: --expected-account-id={session.AccountId}"));
    }
}
