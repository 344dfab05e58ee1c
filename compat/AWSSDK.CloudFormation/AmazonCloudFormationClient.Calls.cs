using Amazon.CloudFormation.Model;
using Amazon.Plumbing.Errors;
using Amazon.Plumbing.Query;

namespace Amazon.CloudFormation;

public sealed partial class AmazonCloudFormationClient
{
    private static readonly QueryProtocol Protocol =
        new("Amazon.CloudFormation", "2010-05-15", new ErrorTypes(typeof(AmazonCloudFormationException)));

    public Task<ContinueUpdateRollbackResponse> ContinueUpdateRollbackAsync(
        ContinueUpdateRollbackRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ContinueUpdateRollbackResponse>(request, Protocol.Call<ContinueUpdateRollbackResponse>(), cancellationToken);

    public Task<CreateChangeSetResponse> CreateChangeSetAsync(
        CreateChangeSetRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateChangeSetResponse>(request, Protocol.Call<CreateChangeSetResponse>(), cancellationToken);

    public Task<DeleteChangeSetResponse> DeleteChangeSetAsync(
        DeleteChangeSetRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteChangeSetResponse>(request, Protocol.Call<DeleteChangeSetResponse>(), cancellationToken);

    public Task<DeleteStackResponse> DeleteStackAsync(DeleteStackRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteStackResponse>(request, Protocol.Call<DeleteStackResponse>(), cancellationToken);

    public Task<DescribeChangeSetResponse> DescribeChangeSetAsync(
        DescribeChangeSetRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeChangeSetResponse>(request, Protocol.Call<DescribeChangeSetResponse>(), cancellationToken);

    public Task<DescribeStackEventsResponse> DescribeStackEventsAsync(
        DescribeStackEventsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeStackEventsResponse>(request, Protocol.Call<DescribeStackEventsResponse>(), cancellationToken);

    public Task<DescribeStackResourcesResponse> DescribeStackResourcesAsync(
        DescribeStackResourcesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeStackResourcesResponse>(request, Protocol.Call<DescribeStackResourcesResponse>(), cancellationToken);

    public Task<DescribeStacksResponse> DescribeStacksAsync(DescribeStacksRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeStacksResponse>(request, Protocol.Call<DescribeStacksResponse>(), cancellationToken);

    public Task<ExecuteChangeSetResponse> ExecuteChangeSetAsync(
        ExecuteChangeSetRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ExecuteChangeSetResponse>(request, Protocol.Call<ExecuteChangeSetResponse>(), cancellationToken);

    public Task<GetTemplateResponse> GetTemplateAsync(GetTemplateRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetTemplateResponse>(request, Protocol.Call<GetTemplateResponse>(), cancellationToken);

    public Task<GetTemplateSummaryResponse> GetTemplateSummaryAsync(
        GetTemplateSummaryRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetTemplateSummaryResponse>(request, Protocol.Call<GetTemplateSummaryResponse>(), cancellationToken);

    public Task<ListChangeSetsResponse> ListChangeSetsAsync(ListChangeSetsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListChangeSetsResponse>(request, Protocol.Call<ListChangeSetsResponse>(), cancellationToken);

    public Task<ListStacksResponse> ListStacksAsync(ListStacksRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListStacksResponse>(request, Protocol.Call<ListStacksResponse>(), cancellationToken);

    public Task<UpdateTerminationProtectionResponse> UpdateTerminationProtectionAsync(
        UpdateTerminationProtectionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateTerminationProtectionResponse>(request, Protocol.Call<UpdateTerminationProtectionResponse>(), cancellationToken);

    public Task<ValidateTemplateResponse> ValidateTemplateAsync(
        ValidateTemplateRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ValidateTemplateResponse>(request, Protocol.Call<ValidateTemplateResponse>(), cancellationToken);
}
