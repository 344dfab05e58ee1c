using Amazon.Plumbing;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.ECR;

/// <summary>The client of Amazon ECR. One serves many threads at once.</summary>
public sealed partial class AmazonECRClient : AmazonServiceClient, IAmazonECR
{
    private static readonly ServiceMetadata Metadata = new(AmazonECRConfig.ServiceId);

    /// <summary>Credentials and region as the environment, the profile or the machine's role give them.</summary>
    public AmazonECRClient()
        : this(new AmazonECRConfig())
    {
    }

    public AmazonECRClient(RegionEndpoint region)
        : this(new AmazonECRConfig { RegionEndpoint = region })
    {
    }

    public AmazonECRClient(AmazonECRConfig config)
        : base(config)
    {
    }

    public AmazonECRClient(AWSCredentials credentials)
        : this(credentials, new AmazonECRConfig())
    {
    }

    public AmazonECRClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonECRConfig { RegionEndpoint = region })
    {
    }

    public AmazonECRClient(AWSCredentials credentials, AmazonECRConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonECRClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonECRConfig())
    {
    }

    public AmazonECRClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonECRConfig { RegionEndpoint = region })
    {
    }

    public AmazonECRClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonECRConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonECRClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonECRConfig())
    {
    }

    public AmazonECRClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonECRConfig { RegionEndpoint = region })
    {
    }

    public AmazonECRClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonECRConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => Metadata;

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => pipeline.UseServiceHandlers();
}
