using Amazon;
using Amazon.Runtime;

namespace Build.Aws;

/// <summary>How every client of AWS is set up.</summary>
internal static class ClientSettings
{
    // A place that does not answer is told after half a minute with all retries, and not after minutes.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The configuration for a service. Endpoints come from <c>AWS_ENDPOINT_URL</c>, <c>AWS_ENDPOINT_URL_SERVICE</c> and the profile, and
    /// retries and proxies from the environment, as the AWS SDK does it.
    /// </summary>
    public static T Of<T>(AwsLogin login)
        where T : ClientConfig, new()
    {
        // With an endpoint of its own a client would sign for the region of AWS_REGION, whatever region it was given.
        var config = new T { RegionEndpoint = login.Region, AuthenticationRegion = login.Region.SystemName, ConnectTimeout = ConnectTimeout };
        if (login.Profile is { } profile) config.Profile = new Profile(profile);
        return config;
    }
}
