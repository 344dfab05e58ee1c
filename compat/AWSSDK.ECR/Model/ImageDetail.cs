namespace Amazon.ECR.Model;

/// <summary>An image in a repository.</summary>
public sealed class ImageDetail
{
    public string RegistryId { get; set; }

    public string RepositoryName { get; set; }

    public string ImageDigest { get; set; }

    public List<string> ImageTags { get; set; }

    /// <summary>Bytes of the compressed layers.</summary>
    public long? ImageSizeInBytes { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? ImagePushedAt { get; set; }

    public string ImageManifestMediaType { get; set; }

    public string ArtifactMediaType { get; set; }

    /// <summary>UTC, at most a day old.</summary>
    public DateTime? LastRecordedPullTime { get; set; }
}
