using Amazon.Plumbing;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.ECS;

/// <summary>The client of Amazon ECS. One serves many threads at once.</summary>
public sealed partial class AmazonECSClient : AmazonServiceClient, IAmazonECS
{
    private static readonly ServiceMetadata Metadata = new(AmazonECSConfig.ServiceId);

    /// <summary>Credentials and region as the environment, the profile or the machine's role give them.</summary>
    public AmazonECSClient()
        : this(new AmazonECSConfig())
    {
    }

    public AmazonECSClient(RegionEndpoint region)
        : this(new AmazonECSConfig { RegionEndpoint = region })
    {
    }

    public AmazonECSClient(AmazonECSConfig config)
        : base(config)
    {
    }

    public AmazonECSClient(AWSCredentials credentials)
        : this(credentials, new AmazonECSConfig())
    {
    }

    public AmazonECSClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonECSConfig { RegionEndpoint = region })
    {
    }

    public AmazonECSClient(AWSCredentials credentials, AmazonECSConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonECSClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonECSConfig())
    {
    }

    public AmazonECSClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonECSConfig { RegionEndpoint = region })
    {
    }

    public AmazonECSClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonECSConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonECSClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonECSConfig())
    {
    }

    public AmazonECSClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonECSConfig { RegionEndpoint = region })
    {
    }

    public AmazonECSClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonECSConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => Metadata;

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => pipeline.UseServiceHandlers();
}
