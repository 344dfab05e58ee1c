namespace Amazon.ECR.Model;

/// <summary>What could not be done with an image.</summary>
public sealed class ImageFailure
{
    public ImageIdentifier ImageId { get; set; }

    public ImageFailureCode FailureCode { get; set; }

    public string FailureReason { get; set; }
}
