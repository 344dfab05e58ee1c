namespace Amazon.CloudFormation.Model;

/// <summary>What a summary could not judge.</summary>
public sealed class Warnings
{
    public List<string> UnrecognizedResourceTypes { get; set; }
}
