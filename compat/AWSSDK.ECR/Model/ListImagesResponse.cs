using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>The answer to ListImages.</summary>
public sealed class ListImagesResponse : AmazonWebServiceResponse
{
    public List<ImageIdentifier> ImageIds { get; set; }

    public string NextToken { get; set; }
}
