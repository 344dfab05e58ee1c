namespace Amazon.CloudFormation.Model;

/// <summary>A parameter that a template declares, with its type.</summary>
public sealed class ParameterDeclaration
{
    public string ParameterKey { get; set; }

    public string DefaultValue { get; set; }

    public string ParameterType { get; set; }

    public bool? NoEcho { get; set; }

    public string Description { get; set; }

    public ParameterConstraints ParameterConstraints { get; set; }
}
