namespace Amazon.CloudFormation.Model;

/// <summary>The arguments of ValidateTemplate.</summary>
public sealed class ValidateTemplateRequest : AmazonCloudFormationRequest
{
    /// <summary>At most 51,200 bytes.</summary>
    public string TemplateBody { get; set; }

    public string TemplateURL { get; set; }
}
