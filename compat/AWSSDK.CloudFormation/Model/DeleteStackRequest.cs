namespace Amazon.CloudFormation.Model;

/// <summary>The arguments of DeleteStack.</summary>
public sealed class DeleteStackRequest : AmazonCloudFormationRequest
{
    public string StackName { get; set; }

    /// <summary>Logical ids; only for a stack in <c>DELETE_FAILED</c>.</summary>
    public List<string> RetainResources { get; set; }

    public string RoleARN { get; set; }

    public string ClientRequestToken { get; set; }

    public DeletionMode DeletionMode { get; set; }
}
