namespace Amazon.ECR.Model;

/// <summary>Whether images are scanned when they are pushed.</summary>
public sealed class ImageScanningConfiguration
{
    public bool? ScanOnPush { get; set; }
}
