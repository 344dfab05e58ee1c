using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The answer to GetTemplate.</summary>
public sealed class GetTemplateResponse : AmazonWebServiceResponse
{
    public string TemplateBody { get; set; }

    public List<string> StagesAvailable { get; set; }
}
