namespace Amazon.ECR.Model;

/// <summary>The arguments of ListImages.</summary>
public sealed class ListImagesRequest : AmazonECRRequest
{
    public string RegistryId { get; set; }

    public string RepositoryName { get; set; }

    public string NextToken { get; set; }

    /// <summary>1 to 1000.</summary>
    public int? MaxResults { get; set; }

    public ListImagesFilter Filter { get; set; }
}
