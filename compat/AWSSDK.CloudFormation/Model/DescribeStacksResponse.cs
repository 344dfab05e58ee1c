using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The answer to DescribeStacks.</summary>
public sealed class DescribeStacksResponse : AmazonWebServiceResponse
{
    public List<Stack> Stacks { get; set; }

    public string NextToken { get; set; }
}
