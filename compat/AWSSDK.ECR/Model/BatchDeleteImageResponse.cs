using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>The answer to BatchDeleteImage.</summary>
public sealed class BatchDeleteImageResponse : AmazonWebServiceResponse
{
    public List<ImageIdentifier> ImageIds { get; set; }

    public List<ImageFailure> Failures { get; set; }
}
