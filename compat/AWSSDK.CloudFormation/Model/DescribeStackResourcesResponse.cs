using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The answer to DescribeStackResources.</summary>
public sealed class DescribeStackResourcesResponse : AmazonWebServiceResponse
{
    public List<StackResource> StackResources { get; set; }
}
