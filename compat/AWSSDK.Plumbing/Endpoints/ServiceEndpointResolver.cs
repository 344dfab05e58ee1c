using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Util;
using ExecutionContext = Amazon.Runtime.Internal.ExecutionContext;

namespace Amazon.Plumbing.Endpoints;

/// <summary>Takes the endpoint's parameters out of the configuration, and lets the configuration's provider answer.</summary>
internal sealed class ServiceEndpointResolver : BaseEndpointResolver
{
    /// <summary>The endpoint that a request would go to, without sending it.</summary>
    public static Endpoint EndpointOf(ClientConfig config, ServiceOperationEndpointParameters parameters)
    {
        var context = new RequestContext(false, new AWS4Signer())
        {
            ClientConfig = config,
            OriginalRequest = parameters.Request,
            Request = new DefaultRequest(parameters.Request, config.ServiceId) { AlternateEndpoint = parameters.AlternateEndpoint },
        };
        return new ServiceEndpointResolver().GetEndpoint(new ExecutionContext(context, responseContext: null));
    }

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        return new EndpointParameters
        {
            [EndpointParameter.Region] = requestContext.Request.AlternateEndpoint?.SystemName ?? RegionOf(config),
            [EndpointParameter.UseDualStack] = config.UseDualstackEndpoint,
            [EndpointParameter.UseFips] = config.UseFIPSEndpoint,
            [EndpointParameter.Endpoint] = config.ServiceURL,
        };
    }

    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);

    // With an address of the user's own, the region is the one to sign for, or the one that the address names.
    private static string? RegionOf(IClientConfig config)
    {
        if (config.RegionEndpoint is { } region) return region.SystemName;
        if (string.IsNullOrEmpty(config.ServiceURL)) return null;
        return string.IsNullOrEmpty(config.AuthenticationRegion)
            ? RegionEndpoint.GetBySystemName(AWSSDKUtils.DetermineRegion(config.ServiceURL)).SystemName
            : config.AuthenticationRegion;
    }
}
