using Amazon.ECS.Model;
using Amazon.Plumbing.Errors;
using Amazon.Plumbing.Json;

namespace Amazon.ECS;

public sealed partial class AmazonECSClient
{
    private static readonly JsonProtocol Protocol =
        new("Amazon.ECS", "2014-11-13", "AmazonEC2ContainerServiceV20141113", new ErrorTypes(typeof(AmazonECSException)));

    public Task<DescribeClustersResponse> DescribeClustersAsync(
        DescribeClustersRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeClustersResponse>(request, Protocol.Call<DescribeClustersResponse>(), cancellationToken);

    public Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(
        DescribeTaskDefinitionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeTaskDefinitionResponse>(request, Protocol.Call<DescribeTaskDefinitionResponse>(), cancellationToken);

    public Task<DescribeTasksResponse> DescribeTasksAsync(DescribeTasksRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeTasksResponse>(request, Protocol.Call<DescribeTasksResponse>(), cancellationToken);

    public Task<ListTasksResponse> ListTasksAsync(ListTasksRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTasksResponse>(request, Protocol.Call<ListTasksResponse>(), cancellationToken);

    public Task<RunTaskResponse> RunTaskAsync(RunTaskRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RunTaskResponse>(request, Protocol.Call<RunTaskResponse>(), cancellationToken);

    public Task<StopTaskResponse> StopTaskAsync(StopTaskRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<StopTaskResponse>(request, Protocol.Call<StopTaskResponse>(), cancellationToken);
}
