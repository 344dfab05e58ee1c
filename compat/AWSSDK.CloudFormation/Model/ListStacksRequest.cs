namespace Amazon.CloudFormation.Model;

/// <summary>The arguments of ListStacks.</summary>
public sealed class ListStacksRequest : AmazonCloudFormationRequest
{
    public string NextToken { get; set; }

    /// <summary>Texts of the values of <see cref="StackStatus"/>.</summary>
    public List<string> StackStatusFilter { get; set; }
}
