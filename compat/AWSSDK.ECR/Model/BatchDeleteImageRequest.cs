namespace Amazon.ECR.Model;

/// <summary>The arguments of BatchDeleteImage.</summary>
public sealed class BatchDeleteImageRequest : AmazonECRRequest
{
    public string RegistryId { get; set; }

    public string RepositoryName { get; set; }

    /// <summary>At most 100.</summary>
    public List<ImageIdentifier> ImageIds { get; set; }
}
