namespace Amazon.ECR.Model;

/// <summary>An image with its manifest.</summary>
public sealed class Image
{
    public string RegistryId { get; set; }

    public string RepositoryName { get; set; }

    public ImageIdentifier ImageId { get; set; }

    /// <summary>JSON.</summary>
    public string ImageManifest { get; set; }

    public string ImageManifestMediaType { get; set; }
}
