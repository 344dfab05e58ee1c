namespace Amazon.ECR.Model;

/// <summary>The arguments of DescribeImages.</summary>
public sealed class DescribeImagesRequest : AmazonECRRequest
{
    public string RegistryId { get; set; }

    public string RepositoryName { get; set; }

    public List<ImageIdentifier> ImageIds { get; set; }

    public string NextToken { get; set; }

    /// <summary>1 to 1000.</summary>
    public int? MaxResults { get; set; }

    public DescribeImagesFilter Filter { get; set; }
}
