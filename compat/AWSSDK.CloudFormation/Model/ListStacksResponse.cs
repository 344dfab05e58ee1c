using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The answer to ListStacks.</summary>
public sealed class ListStacksResponse : AmazonWebServiceResponse
{
    public List<StackSummary> StackSummaries { get; set; }

    public string NextToken { get; set; }
}
