namespace Amazon.CloudFormation.Model;

/// <summary>The arguments of DescribeStackResources.</summary>
public sealed class DescribeStackResourcesRequest : AmazonCloudFormationRequest
{
    public string StackName { get; set; }

    public string LogicalResourceId { get; set; }

    public string PhysicalResourceId { get; set; }
}
