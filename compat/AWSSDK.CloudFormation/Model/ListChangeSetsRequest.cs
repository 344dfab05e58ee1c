namespace Amazon.CloudFormation.Model;

/// <summary>The arguments of ListChangeSets.</summary>
public sealed class ListChangeSetsRequest : AmazonCloudFormationRequest
{
    public string StackName { get; set; }

    public string NextToken { get; set; }
}
