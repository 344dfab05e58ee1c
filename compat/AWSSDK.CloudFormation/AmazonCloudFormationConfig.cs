using Amazon.Plumbing.Configuration;
using Amazon.Plumbing.Endpoints;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.CloudFormation;

/// <summary>
/// How to reach CloudFormation. Region, profile, retries, time limits and endpoint come from the environment where they are not set here.
/// </summary>
public sealed class AmazonCloudFormationConfig : ClientConfig
{
    private static readonly string Agent =
        InternalSDKUtils.BuildUserAgentString(ServiceId, typeof(AmazonCloudFormationConfig).Assembly.GetName().Version.ToString(3));

    /// <summary>Everything as the environment says.</summary>
    public AmazonCloudFormationConfig()
        : base(DefaultModes.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "cloudformation";
        EndpointProvider = new ServiceHosts("cloudformation", plainFipsInGovCloud: true);
    }

    /// <summary>
    /// The id in the service's model; the variable of the endpoint is named after it: <c>AWS_ENDPOINT_URL_CLOUDFORMATION</c>.
    /// </summary>
    public static new string ServiceId => "CloudFormation";

    public override string RegionEndpointServiceName => "cloudformation";

    public override string ServiceVersion => "2010-05-15";

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServiceEndpointResolver.EndpointOf(this, parameters);
}
