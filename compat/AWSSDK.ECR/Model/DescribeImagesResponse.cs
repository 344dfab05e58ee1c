using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>The answer to DescribeImages.</summary>
public sealed class DescribeImagesResponse : AmazonWebServiceResponse
{
    public List<ImageDetail> ImageDetails { get; set; }

    public string NextToken { get; set; }
}
