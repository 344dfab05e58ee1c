namespace Amazon.ECR.Model;

/// <summary>How images are encrypted.</summary>
public sealed class EncryptionConfiguration
{
    public EncryptionType EncryptionType { get; set; }

    public string KmsKey { get; set; }
}
