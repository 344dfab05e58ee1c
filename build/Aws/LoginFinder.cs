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
        if (Keys() is { } keys) return With(keys, LoginSource.Keys, $"access keys of {settings.Origin(ConnectionOptions.AccessKeyId)}");
        var role = RoleOfSurroundings();
        if (role.Source != LoginSource.WebIdentity && TryGetProfile(DefaultProfile) is not null) return OfProfile(DefaultProfile, "the machine");
        return With(Found(role.Source), role.Source, role.Origin);
    }

    private AwsLogin OfProfile(string name, string origin)
    {
        var profile = TryGetProfile(name) ?? throw LoginProblems.NoSuchProfile(name, origin, _profiles.ListProfiles().Select(one => one.Name));
        AWSCredentials credentials;
        try
        {
            credentials = AWSCredentialsFactory.GetAWSCredentials(profile, _profiles);
        }
        catch (Exception broken) when (broken is AmazonClientException or InvalidDataException or ArgumentException)
        {
            throw LoginProblems.BrokenProfile(profile, _profiles, origin, broken);
        }

        MfaQuestion.Attach(credentials, name, screen);
        return With(credentials, LoginSource.Profile, $"profile {name} ({ProfileKind.Of(profile)}) of {origin}", profile);
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

    private AwsLogin With(AWSCredentials credentials, LoginSource source, string origin, CredentialProfile? profile = null)
    {
        var (region, from) = RegionOf(profile);
        return new AwsLogin(credentials, RegionEndpoint.GetBySystemName(region))
        {
            Source = source,
            Profile = profile?.Name,
            SsoProfile = profile is null ? null : ProfileKind.SsoProfileOf(profile, _profiles),
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

    private static AWSCredentials Found(LoginSource source)
    {
        try
        {
            return DefaultAWSCredentialsIdentityResolver.GetCredentials();
        }
        catch (AmazonClientException nothing) when (source == LoginSource.Instance)
        {
            throw LoginProblems.NoCredentials(nothing);
        }
    }

    private static (LoginSource Source, string Origin) RoleOfSurroundings()
    {
        if (Variable("AWS_WEB_IDENTITY_TOKEN_FILE") is not null)
            return (LoginSource.WebIdentity, $"web identity of AWS_WEB_IDENTITY_TOKEN_FILE, role {Variable("AWS_ROLE_ARN") ?? "unknown: AWS_ROLE_ARN is not set"}");
        var container = Array.Find(ContainerVariables, name => Variable(name) is not null);
        return container is null ? (LoginSource.Instance, "the instance's role") : (LoginSource.Container, $"the container's role of {container}");
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
