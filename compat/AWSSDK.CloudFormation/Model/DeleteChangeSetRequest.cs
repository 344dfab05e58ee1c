namespace Amazon.CloudFormation.Model;

/// <summary>The arguments of DeleteChangeSet.</summary>
public sealed class DeleteChangeSetRequest : AmazonCloudFormationRequest
{
    public string ChangeSetName { get; set; }

    public string StackName { get; set; }
}
