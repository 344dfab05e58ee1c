namespace Amazon.CloudFormation.Model;

/// <summary>How a template is summed up.</summary>
public sealed class TemplateSummaryConfig
{
    public bool? TreatUnrecognizedResourceTypesAsWarnings { get; set; }
}
