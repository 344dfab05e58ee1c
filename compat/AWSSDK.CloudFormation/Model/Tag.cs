namespace Amazon.CloudFormation.Model;

/// <summary>A tag of a stack.</summary>
public sealed class Tag
{
    public string Key { get; set; }

    public string Value { get; set; }
}
