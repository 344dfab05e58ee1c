using Amazon.Plumbing.Configuration;
using Amazon.Plumbing.Endpoints;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.ECS;

/// <summary>
/// How to reach Amazon ECS. Region, profile, retries, time limits and endpoint come from the environment where they are not set here.
/// </summary>
public sealed class AmazonECSConfig : ClientConfig
{
    private static readonly string Agent =
        InternalSDKUtils.BuildUserAgentString(ServiceId, typeof(AmazonECSConfig).Assembly.GetName().Version.ToString(3));

    /// <summary>Everything as the environment says.</summary>
    public AmazonECSConfig()
        : base(DefaultModes.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "ecs";
        EndpointProvider = new ServiceHosts("ecs");
    }

    /// <summary>The id in the service's model; the variable of the endpoint is named after it: <c>AWS_ENDPOINT_URL_ECS</c>.</summary>
    public static new string ServiceId => "ECS";

    public override string RegionEndpointServiceName => "ecs";

    public override string ServiceVersion => "2014-11-13";

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServiceEndpointResolver.EndpointOf(this, parameters);
}
