using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.Plumbing.Endpoints;

/// <summary>
/// The host names of a regional service in every partition, by the rules in the service's endpoint rule set:
/// <c>https://{prefix}[-fips].{region}.{suffix of the partition}</c>.
/// </summary>
/// <param name="prefix">The first label of the host name.</param>
/// <param name="dualStackPrefix">The same for hosts that also answer over IPv6.</param>
/// <param name="plainFipsInGovCloud">In GovCloud (US) the usual host is the FIPS host.</param>
internal sealed class ServiceHosts(string prefix, string? dualStackPrefix = null, bool plainFipsInGovCloud = false) : IEndpointProvider
{
    /// <inheritdoc/>
    /// <exception cref="AmazonClientException">An endpoint was given together with FIPS or dual stack, or no region.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var fips = parameters[EndpointParameter.UseFips] is true;
        var dualStack = parameters[EndpointParameter.UseDualStack] is true;
        if (parameters[EndpointParameter.Endpoint] is string { Length: > 0 } custom) return OfUser(custom, fips, dualStack);
        if (parameters[EndpointParameter.Region] is not string { Length: > 0 } region)
            throw new AmazonClientException("Invalid Configuration: Missing Region");

        var partition = Fn.Partition(region);
        var suffix = (string)Fn.GetAttr(partition, dualStack ? "dualStackDnsSuffix" : "dnsSuffix");
        var name = dualStack ? dualStackPrefix ?? prefix : prefix;
        var plain = plainFipsInGovCloud && !dualStack && (string)Fn.GetAttr(partition, "name") == "aws-us-gov";
        return new Endpoint($"https://{name}{(fips && !plain ? "-fips" : "")}.{region}.{suffix}");
    }

    private static Endpoint OfUser(string url, bool fips, bool dualStack)
    {
        if (fips) throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported");
        if (dualStack) throw new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported");
        return new Endpoint(url);
    }
}
