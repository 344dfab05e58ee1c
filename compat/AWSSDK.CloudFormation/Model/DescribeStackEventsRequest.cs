namespace Amazon.CloudFormation.Model;

/// <summary>The arguments of DescribeStackEvents.</summary>
public sealed class DescribeStackEventsRequest : AmazonCloudFormationRequest
{
    public string StackName { get; set; }

    public string NextToken { get; set; }
}
