using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The answer to GetTemplateSummary.</summary>
public sealed class GetTemplateSummaryResponse : AmazonWebServiceResponse
{
    public List<ParameterDeclaration> Parameters { get; set; }

    public string Description { get; set; }

    public List<string> Capabilities { get; set; }

    public string CapabilitiesReason { get; set; }

    public List<string> ResourceTypes { get; set; }

    public string Version { get; set; }

    public string Metadata { get; set; }

    public List<string> DeclaredTransforms { get; set; }

    public Warnings Warnings { get; set; }
}
