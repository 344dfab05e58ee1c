using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Build.Errors;
using Build.Output;
using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace Build.Aws;

/// <summary>
/// Finds the credentials and the region that the settings lead to; AWS itself is not asked. A profile beats access keys; without either
/// the AWS SDK's own search counts: web identity, the profile named default, the container's and the instance's role.
/// </summary>
internal sealed class LoginFinder(Settings settings, Screen screen)
{
    private static readonly string[] ContainerVariables = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"];

    private const string DefaultProfile = "default";
    private readonly CredentialProfileStoreChain _profiles = new();

    /// <summary>The login.</summary>
    /// <exception cref="ProblemException">The profile is missing or broken, nothing gives credentials, or nothing gives a region.</exception>
    public AwsLogin Find()
    {
        if (settings.TryGet(ConnectionOptions.Profile, out var profile)) return OfProfile(profile, settings.Origin(ConnectionOptions.Profile));
        if (Keys() is { } keys) return With(keys, $"access keys from {settings.Origin(ConnectionOptions.AccessKeyId)}", null);
        var isWebIdentity = Variable("AWS_WEB_IDENTITY_TOKEN_FILE") is not null;
        if (!isWebIdentity && TryGetProfile(DefaultProfile) is not null) return OfProfile(DefaultProfile, "its name");
        return With(Found(), OriginOfFound(isWebIdentity), null);
    }

    private AwsLogin OfProfile(string name, string origin)
    {
        var profile = TryGetProfile(name) ?? throw LoginProblems.NoSuchProfile(name, origin, _profiles.ListProfiles());
        AWSCredentials credentials;
        try
        {
            credentials = AWSCredentialsFactory.GetAWSCredentials(profile, _profiles);
        }
        catch (Exception broken) when (broken is AmazonClientException or InvalidDataException or ArgumentException)
        {
            throw LoginProblems.BrokenProfile(profile, origin, broken);
        }

        MfaQuestion.Attach(credentials, name, screen);
        return With(credentials, $"profile {name} ({ProfileKind.Of(profile)}) from {origin}", profile);
    }

    private CredentialProfile? TryGetProfile(string name)
    {
        try
        {
            return _profiles.TryGetProfile(name, out var profile) ? profile : null;
        }
        catch (Exception broken) when (broken is AmazonClientException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw LoginProblems.BrokenFile(broken);
        }
    }

    private AwsLogin With(AWSCredentials credentials, string origin, CredentialProfile? profile)
    {
        var (region, from) = RegionOf(profile);
        return new AwsLogin(credentials, RegionEndpoint.GetBySystemName(region))
        {
            Profile = profile?.Name,
            IsSso = profile is not null && ProfileKind.IsSso(profile.Options),
            CredentialsOrigin = origin,
            RegionOrigin = from,
        };
    }

    private (string Region, string Origin) RegionOf(CredentialProfile? profile)
    {
        if (settings.TryGet(ConnectionOptions.Region, out var region)) return (region, settings.Origin(ConnectionOptions.Region));
        if (profile?.Region is { } stored) return (stored.SystemName, $"profile {profile.Name}");
        if (profile is null && FallbackRegionFactory.GetRegionEndpoint() is { } found) return (found.SystemName, "the AWS SDK's own search");
        throw LoginProblems.NoRegion(profile?.Name);
    }

    private AWSCredentials? Keys()
    {
        if (!settings.TryGet(ConnectionOptions.AccessKeyId, out var id) || !settings.TryGet(ConnectionOptions.SecretAccessKey, out var secret)) return null;
        return settings.TryGet(ConnectionOptions.SessionToken, out var token) && token.Length > 0
            ? new SessionAWSCredentials(id, secret, token)
            : new BasicAWSCredentials(id, secret);
    }

    private static AWSCredentials Found()
    {
        try
        {
            return DefaultAWSCredentialsIdentityResolver.GetCredentials();
        }
        catch (AmazonClientException nothing)
        {
            throw LoginProblems.NoCredentials(nothing);
        }
    }

    private static string OriginOfFound(bool isWebIdentity)
    {
        if (isWebIdentity) return $"web identity from AWS_WEB_IDENTITY_TOKEN_FILE (role {Variable("AWS_ROLE_ARN") ?? "unknown"})";
        var container = Array.Find(ContainerVariables, name => Variable(name) is not null);
        return container is null ? "the instance's role" : $"the container's role from {container}";
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
