namespace Amazon.CloudFormation.Model;

/// <summary>The part of a resource that changes.</summary>
public sealed class ResourceTargetDefinition
{
    public ResourceAttribute Attribute { get; set; }

    public string Name { get; set; }

    public RequiresRecreation RequiresRecreation { get; set; }

    /// <summary>The path inside the property.</summary>
    public string Path { get; set; }

    public string BeforeValue { get; set; }

    public string AfterValue { get; set; }

    public AttributeChangeType AttributeChangeType { get; set; }
}
