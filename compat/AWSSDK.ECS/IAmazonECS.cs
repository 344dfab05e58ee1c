using Amazon.ECS.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.ECS;

/// <summary>The calls of Amazon ECS.</summary>
public interface IAmazonECS : IAmazonService, IDisposable
{
    /// <summary>The state of clusters. What is not there is among the failures.</summary>
    Task<DescribeClustersResponse> DescribeClustersAsync(DescribeClustersRequest request, CancellationToken cancellationToken = default);

    /// <summary>A task definition by ARN, by family and revision, or the newest of a family.</summary>
    Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(
        DescribeTaskDefinitionRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// The state of up to 100 tasks. A task is forgotten within the hour after it stopped, and is then among the failures.
    /// </summary>
    Task<DescribeTasksResponse> DescribeTasksAsync(DescribeTasksRequest request, CancellationToken cancellationToken = default);

    /// <summary>The ARNs of tasks, in pages. Without a status these are the running ones.</summary>
    Task<ListTasksResponse> ListTasksAsync(ListTasksRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts tasks. What could not be started is among the failures, with status 200.</summary>
    Task<RunTaskResponse> RunTaskAsync(RunTaskRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks a task to stop: SIGTERM, and SIGKILL after the stop timeout.</summary>
    Task<StopTaskResponse> StopTaskAsync(StopTaskRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where a request would go.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonECSConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonECSConfig config)
            throw new AmazonClientException($"{clientConfig.GetType().Name} is not a {nameof(AmazonECSConfig)}.");
        return awsCredentials is null ? new AmazonECSClient(config) : new AmazonECSClient(awsCredentials, config);
    }
}
