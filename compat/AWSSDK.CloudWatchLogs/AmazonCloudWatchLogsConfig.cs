using Amazon.Plumbing.Configuration;
using Amazon.Plumbing.Endpoints;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.CloudWatchLogs;

/// <summary>
/// How to reach CloudWatch Logs. Region, profile, retries, time limits and endpoint come from the environment where they are not set here.
/// </summary>
public sealed class AmazonCloudWatchLogsConfig : ClientConfig
{
    private static readonly string Agent =
        InternalSDKUtils.BuildUserAgentString(ServiceId, typeof(AmazonCloudWatchLogsConfig).Assembly.GetName().Version.ToString(3));

    /// <summary>Everything as the environment says.</summary>
    public AmazonCloudWatchLogsConfig()
        : base(DefaultModes.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "logs";
        EndpointProvider = new ServiceHosts("logs", plainFipsInGovCloud: true);
    }

    /// <summary>
    /// The id in the service's model; the variable of the endpoint is named after it: <c>AWS_ENDPOINT_URL_CLOUDWATCH_LOGS</c>.
    /// </summary>
    public static new string ServiceId => "CloudWatch Logs";

    public override string RegionEndpointServiceName => "logs";

    public override string ServiceVersion => "2014-03-28";

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServiceEndpointResolver.EndpointOf(this, parameters);
}
