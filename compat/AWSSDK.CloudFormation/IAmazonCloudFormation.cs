using Amazon.CloudFormation.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.CloudFormation;

/// <summary>The calls of CloudFormation.</summary>
public interface IAmazonCloudFormation : IAmazonService, IDisposable
{
    /// <summary>Takes up a rollback that got stuck in <c>UPDATE_ROLLBACK_FAILED</c>.</summary>
    Task<ContinueUpdateRollbackResponse> ContinueUpdateRollbackAsync(
        ContinueUpdateRollbackRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Begins to work out what a template would change. It is done when the change set is described as complete or failed.
    /// </summary>
    Task<CreateChangeSetResponse> CreateChangeSetAsync(CreateChangeSetRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes a change set; the stack stays as it is.</summary>
    Task<DeleteChangeSetResponse> DeleteChangeSetAsync(DeleteChangeSetRequest request, CancellationToken cancellationToken = default);

    /// <summary>Begins to delete a stack. One that does not exist is no error.</summary>
    Task<DeleteStackResponse> DeleteStackAsync(DeleteStackRequest request, CancellationToken cancellationToken = default);

    /// <summary>The state of a change set and its changes, in pages.</summary>
    Task<DescribeChangeSetResponse> DescribeChangeSetAsync(DescribeChangeSetRequest request, CancellationToken cancellationToken = default);

    /// <summary>What happened to a stack, the newest first, in pages. Of a deleted stack only by its id.</summary>
    Task<DescribeStackEventsResponse> DescribeStackEventsAsync(
        DescribeStackEventsRequest request, CancellationToken cancellationToken = default);

    /// <summary>The resources of a stack, 100 at the most.</summary>
    Task<DescribeStackResourcesResponse> DescribeStackResourcesAsync(
        DescribeStackResourcesRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// One stack by name or id, or all of them in pages. A stack that does not exist is an error with the code <c>ValidationError</c>.
    /// </summary>
    Task<DescribeStacksResponse> DescribeStacksAsync(DescribeStacksRequest request, CancellationToken cancellationToken = default);

    /// <summary>Begins the changes. The stack's status and events tell how it goes.</summary>
    Task<ExecuteChangeSetResponse> ExecuteChangeSetAsync(ExecuteChangeSetRequest request, CancellationToken cancellationToken = default);

    /// <summary>The template of a stack or a change set.</summary>
    Task<GetTemplateResponse> GetTemplateAsync(GetTemplateRequest request, CancellationToken cancellationToken = default);

    /// <summary>Parameters, capabilities and resource types of a template, without deploying it.</summary>
    Task<GetTemplateSummaryResponse> GetTemplateSummaryAsync(
        GetTemplateSummaryRequest request, CancellationToken cancellationToken = default);

    /// <summary>The change sets of a stack that wait, in pages.</summary>
    Task<ListChangeSetsResponse> ListChangeSetsAsync(ListChangeSetsRequest request, CancellationToken cancellationToken = default);

    /// <summary>The stacks by status, deleted ones of the last 90 days too, in pages.</summary>
    Task<ListStacksResponse> ListStacksAsync(ListStacksRequest request, CancellationToken cancellationToken = default);

    /// <summary>Turns the protection of a stack against deletion on or off.</summary>
    Task<UpdateTerminationProtectionResponse> UpdateTerminationProtectionAsync(
        UpdateTerminationProtectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Checks a template's form, and says which parameters and capabilities it needs.</summary>
    Task<ValidateTemplateResponse> ValidateTemplateAsync(ValidateTemplateRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where a request would go.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudFormationConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonCloudFormationConfig config)
            throw new AmazonClientException($"{clientConfig.GetType().Name} is not a {nameof(AmazonCloudFormationConfig)}.");
        return awsCredentials is null ? new AmazonCloudFormationClient(config) : new AmazonCloudFormationClient(awsCredentials, config);
    }
}
