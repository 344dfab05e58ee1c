namespace Amazon.ECR.Model;

/// <summary>Which images are listed.</summary>
public sealed class ListImagesFilter
{
    public TagStatus TagStatus { get; set; }
}
