namespace Amazon.CloudFormation.Model;

/// <summary>The arguments of ExecuteChangeSet.</summary>
public sealed class ExecuteChangeSetRequest : AmazonCloudFormationRequest
{
    public string ChangeSetName { get; set; }

    public string StackName { get; set; }

    public string ClientRequestToken { get; set; }

    /// <summary>Keeps what was made when it fails.</summary>
    public bool? DisableRollback { get; set; }

    public bool? RetainExceptOnCreate { get; set; }
}
