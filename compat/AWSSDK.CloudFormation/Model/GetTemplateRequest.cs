namespace Amazon.CloudFormation.Model;

/// <summary>The arguments of GetTemplate.</summary>
public sealed class GetTemplateRequest : AmazonCloudFormationRequest
{
    public string StackName { get; set; }

    public string ChangeSetName { get; set; }

    public TemplateStage TemplateStage { get; set; }
}
