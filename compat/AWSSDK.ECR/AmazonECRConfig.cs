using Amazon.Plumbing.Configuration;
using Amazon.Plumbing.Endpoints;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.ECR;

/// <summary>
/// How to reach Amazon ECR. Region, profile, retries, time limits and endpoint come from the environment where they are not set here.
/// </summary>
public sealed class AmazonECRConfig : ClientConfig
{
    private static readonly string Agent =
        InternalSDKUtils.BuildUserAgentString(ServiceId, typeof(AmazonECRConfig).Assembly.GetName().Version.ToString(3));

    /// <summary>Everything as the environment says.</summary>
    public AmazonECRConfig()
        : base(DefaultModes.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "ecr";
        EndpointProvider = new ServiceHosts("api.ecr", dualStackPrefix: "ecr");
    }

    /// <summary>The id in the service's model; the variable of the endpoint is named after it: <c>AWS_ENDPOINT_URL_ECR</c>.</summary>
    public static new string ServiceId => "ECR";

    public override string RegionEndpointServiceName => "api.ecr";

    public override string ServiceVersion => "2015-09-21";

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServiceEndpointResolver.EndpointOf(this, parameters);
}
