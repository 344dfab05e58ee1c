namespace Amazon.CloudFormation.Model;

/// <summary>The arguments of DescribeStacks.</summary>
public sealed class DescribeStacksRequest : AmazonCloudFormationRequest
{
    public string StackName { get; set; }

    public string NextToken { get; set; }
}
