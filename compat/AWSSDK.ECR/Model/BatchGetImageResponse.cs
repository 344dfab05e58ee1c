using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>The answer to BatchGetImage.</summary>
public sealed class BatchGetImageResponse : AmazonWebServiceResponse
{
    public List<Image> Images { get; set; }

    public List<ImageFailure> Failures { get; set; }
}
