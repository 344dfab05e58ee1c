namespace Amazon.CloudFormation.Model;

/// <summary>The arguments of ContinueUpdateRollback.</summary>
public sealed class ContinueUpdateRollbackRequest : AmazonCloudFormationRequest
{
    public string StackName { get; set; }

    public string RoleARN { get; set; }

    /// <summary>Logical ids.</summary>
    public List<string> ResourcesToSkip { get; set; }

    public string ClientRequestToken { get; set; }
}
