using Amazon.CloudWatchLogs.Model;
using Amazon.Plumbing.Errors;
using Amazon.Plumbing.Json;

namespace Amazon.CloudWatchLogs;

public sealed partial class AmazonCloudWatchLogsClient
{
    private static readonly JsonProtocol Protocol =
        new("Amazon.CloudWatchLogs", "2014-03-28", "Logs_20140328", new ErrorTypes(typeof(AmazonCloudWatchLogsException)));

    public Task<DescribeLogGroupsResponse> DescribeLogGroupsAsync(
        DescribeLogGroupsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeLogGroupsResponse>(request, Protocol.Call<DescribeLogGroupsResponse>(), cancellationToken);

    public Task<DescribeLogStreamsResponse> DescribeLogStreamsAsync(
        DescribeLogStreamsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeLogStreamsResponse>(request, Protocol.Call<DescribeLogStreamsResponse>(), cancellationToken);

    public Task<FilterLogEventsResponse> FilterLogEventsAsync(
        FilterLogEventsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<FilterLogEventsResponse>(request, Protocol.Call<FilterLogEventsResponse>(), cancellationToken);

    public Task<GetLogEventsResponse> GetLogEventsAsync(GetLogEventsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetLogEventsResponse>(request, Protocol.Call<GetLogEventsResponse>(), cancellationToken);
}
