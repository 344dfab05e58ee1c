using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace LoadTest.DynamoDb;

/// <summary>Where the run's calls go, and as whom: made of the settings, or of the server that the run started itself.</summary>
/// <param name="Endpoint">The server's address, or null for the region's own.</param>
/// <param name="Region">The region.</param>
/// <param name="Credentials">Who calls.</param>
/// <param name="Identity">Who calls, in words and without secrets.</param>
public sealed record Connection(Uri? Endpoint, string Region, AWSCredentials Credentials, string Identity)
{
    private const string LocalRegion = "us-east-1";

    // The client's own ten retries would keep a user waiting for two minutes to hear that nobody listens. Throttling is waited out where it is expected.
    private const int ControlRetries = 3;
    private static readonly TimeSpan ControlTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Whether the server is on this machine.</summary>
    public bool IsLoopback => Endpoint?.IsLoopback == true;

    /// <summary>The address or the region, for people.</summary>
    public string Place => Endpoint?.GetLeftPart(UriPartial.Authority) ?? Region;

    /// <summary>A connection to a server on this machine, which takes any key.</summary>
    public static Connection ToLocalServer(Uri endpoint) =>
        new(endpoint, LocalRegion, new BasicAWSCredentials("local", "local"), "any key, as the server is on this machine");

    /// <summary>The connection that the settings ask for.</summary>
    /// <exception cref="ProblemException">No credentials or no region.</exception>
    public static Connection Of(Settings settings)
    {
        var endpoint = settings.TryGet(ConnectionOptions.EndpointUrl, out var given) ? given : null;
        settings.TryGet(ConnectionOptions.Profile, out var profile);
        settings.TryGet(ConnectionOptions.AccessKeyId, out var keyId);
        settings.TryGet(ConnectionOptions.SecretAccessKey, out var secret);
        settings.TryGet(ConnectionOptions.SessionToken, out var token);
        var region = RegionOf(settings, profile) ?? (endpoint?.IsLoopback == true ? LocalRegion : (profile is null ? RegionOfThisMachine() : null) ?? throw NoRegion());

        // A server on this machine takes any key: an old file that names a profile which is not there need not stop anybody.
        if (profile is not null && endpoint?.IsLoopback == true && !new CredentialProfileStoreChain().TryGetProfile(profile, out _)) profile = null;
        if (profile is not null) return new Connection(endpoint, region, OfProfile(profile, settings), $"profile {profile}");
        if (keyId is not null && secret is not null)
        {
            AWSCredentials keys = string.IsNullOrEmpty(token) ? new BasicAWSCredentials(keyId, secret) : new SessionAWSCredentials(keyId, secret, token);
            return new Connection(endpoint, region, keys, $"access keys from {settings.Origin(ConnectionOptions.AccessKeyId)}");
        }

        if (endpoint?.IsLoopback == true && !HasTaskRole) return ToLocalServer(endpoint) with { Region = region };
        return new Connection(endpoint, region, Found(), "the credentials that the AWS SDK found");
    }

    // A server on this machine takes any key; but whoever has a role of its own is to be known by it.
    private static bool HasTaskRole =>
        IsSet("AWS_CONTAINER_CREDENTIALS_FULL_URI") || IsSet("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));

    /// <summary>A client for tables and for what is done before and after the load; it retries a few times.</summary>
    public AmazonDynamoDBClient ControlClient()
    {
        var config = Config();
        config.MaxErrorRetry = ControlRetries;
        config.Timeout = ControlTimeout;
        config.ConnectTimeout = ControlTimeout;
        return new AmazonDynamoDBClient(Credentials, config);
    }

    /// <summary>A client for the load, which never retries by itself: each attempt is an operation of the report.</summary>
    public AmazonDynamoDBClient LoadClient(TimeSpan requestTimeout, TimeSpan connectTimeout)
    {
        var config = Config();
        config.MaxErrorRetry = 0;
        config.MaxStaleConnectionRetries = 0;
        config.Timeout = requestTimeout;
        config.ConnectTimeout = connectTimeout;
        return new AmazonDynamoDBClient(Credentials, config);
    }

    /// <summary>The address that the load's requests go to: the server's own, or the region's as the official client finds it.</summary>
    public Uri LoadEndpoint()
    {
        if (Endpoint is not null) return Endpoint;
        using var client = new AmazonDynamoDBClient(Credentials, Config());
        return new Uri(client.DetermineServiceOperationEndpoint(new PutItemRequest { TableName = "any" }).URL);
    }

    private AmazonDynamoDBConfig Config()
    {
        var config = new AmazonDynamoDBConfig { AuthenticationRegion = Region };
        if (Endpoint is null) config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        else config.ServiceURL = Endpoint.ToString();
        return config;
    }

    private static string? RegionOf(Settings settings, string? profile)
    {
        if (settings.TryGet(ConnectionOptions.Region, out var region)) return region;
        return profile is not null && new CredentialProfileStoreChain().TryGetProfile(profile, out var stored) ? stored.Region?.SystemName : null;
    }

    // Where nothing else names a region, the SDK asks a service that machines in AWS have, and waits for it elsewhere.
    private static string? RegionOfThisMachine() => FallbackRegionFactory.GetRegionEndpoint()?.SystemName;

    private static AWSCredentials OfProfile(string profile, Settings settings)
    {
        if (new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out var credentials)) return credentials;
        throw new ProblemException(new Problem(
            ErrorCodes.MissingCredentials, $"there is no AWS profile named {profile}", settings.Origin(ConnectionOptions.Profile),
            $"list the profiles with: aws configure list-profiles; make it with: aws configure --profile {profile}; or try without an account: --environment=local"));
    }

    private static AWSCredentials Found()
    {
        try
        {
            return DefaultAWSCredentialsIdentityResolver.GetCredentials();
        }
        catch (AmazonClientException)
        {
            throw new ProblemException(new Problem(
                ErrorCodes.MissingCredentials, "no AWS credentials were found", null,
                "give a profile with --profile=NAME, or try without an account: --environment=local"));
        }
    }

    private static ProblemException NoRegion() => new(new Problem(
        ErrorCodes.MissingRegion, "no source names an AWS region", null, "give one with --region=us-east-1, AWS_REGION, or the profile's region"));
}
