using Amazon;
using Amazon.Runtime;
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

    /// <summary>Whether the session was opened in this run: then AWS may be asked without troubling anybody for credentials.</summary>
    public bool IsOpen => _session is { IsCompletedSuccessfully: true };

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
        var caller = await CallerAsync(login, cancel);
        var session = new AwsSession(login, caller.Account, caller.Arn);
        var expected = settings.Get(ApplicationOptions.ExpectedAccountId);
        if (expected.Length == 0 || expected == session.AccountId) return session;
        throw new ProblemException(new Problem(
            ErrorCodes.WrongAccount,
            $"the credentials belong to account {session.AccountId}, and {settings.Origin(ApplicationOptions.ExpectedAccountId)} allows only {expected}",
            session.Who, $"take a profile of account {expected}: --profile=NAME"));
    }

    private static async Task<GetCallerIdentityResponse> CallerAsync(AwsLogin login, CancellationToken cancel)
    {
        const string Doing = "ask AWS who we are (sts:GetCallerIdentity)";
        try
        {
            return await AwsFailures.ExplainAsync(Doing, login, () => AskAsync(login, cancel), refused => ServiceErrors.KindOf(refused) == ServiceErrorKind.Refused);
        }
        catch (AmazonServiceException refused)
        {
            // A region that the account has not enabled refuses good keys with the same words as bad ones.
            var elsewhere = login with { Region = RegionEndpoint.USEast1 };
            if (login.Region != elsewhere.Region && await IsAcceptedAsync(elsewhere, cancel)) throw AwsFailures.DisabledRegion(refused, Doing, login);
            throw AwsFailures.Explain(refused, Doing, login);
        }
    }

    private static async Task<bool> IsAcceptedAsync(AwsLogin login, CancellationToken cancel)
    {
        try
        {
            await AskAsync(login, cancel);
            return true;
        }
        catch (Exception failure) when (failure is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<GetCallerIdentityResponse> AskAsync(AwsLogin login, CancellationToken cancel)
    {
        using var client = new AmazonSecurityTokenServiceClient(login.Credentials, ClientSettings.Of<AmazonSecurityTokenServiceConfig>(login));
        return await client.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancel);
    }
}
