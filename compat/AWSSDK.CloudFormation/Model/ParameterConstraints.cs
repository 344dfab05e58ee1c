namespace Amazon.CloudFormation.Model;

/// <summary>What a parameter may be.</summary>
public sealed class ParameterConstraints
{
    public List<string> AllowedValues { get; set; }
}
