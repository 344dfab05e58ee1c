namespace Amazon.CloudFormation.Model;

/// <summary>The arguments of GetTemplateSummary.</summary>
public sealed class GetTemplateSummaryRequest : AmazonCloudFormationRequest
{
    public string TemplateBody { get; set; }

    public string TemplateURL { get; set; }

    public string StackName { get; set; }

    public TemplateSummaryConfig TemplateSummaryConfig { get; set; }
}
