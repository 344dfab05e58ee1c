namespace Amazon.ECR.Model;

/// <summary>Which images are described.</summary>
public sealed class DescribeImagesFilter
{
    public TagStatus TagStatus { get; set; }
}
