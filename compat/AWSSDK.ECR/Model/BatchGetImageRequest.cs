namespace Amazon.ECR.Model;

/// <summary>The arguments of BatchGetImage.</summary>
public sealed class BatchGetImageRequest : AmazonECRRequest
{
    public string RegistryId { get; set; }

    public string RepositoryName { get; set; }

    /// <summary>At most 100.</summary>
    public List<ImageIdentifier> ImageIds { get; set; }

    /// <summary>Media types of manifests; null is Docker's and OCI's.</summary>
    public List<string> AcceptedMediaTypes { get; set; }
}
