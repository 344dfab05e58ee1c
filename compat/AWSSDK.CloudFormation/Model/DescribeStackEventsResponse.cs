using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The answer to DescribeStackEvents.</summary>
public sealed class DescribeStackEventsResponse : AmazonWebServiceResponse
{
    public List<StackEvent> StackEvents { get; set; }

    public string NextToken { get; set; }
}
