namespace Amazon.ECR.Model;

/// <summary>A repository.</summary>
public sealed class Repository
{
    public string RepositoryArn { get; set; }

    public string RegistryId { get; set; }

    public string RepositoryName { get; set; }

    /// <summary>What stands before the tag in an image's name, without a scheme.</summary>
    public string RepositoryUri { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? CreatedAt { get; set; }

    public ImageTagMutability ImageTagMutability { get; set; }

    public ImageScanningConfiguration ImageScanningConfiguration { get; set; }

    public EncryptionConfiguration EncryptionConfiguration { get; set; }
}
