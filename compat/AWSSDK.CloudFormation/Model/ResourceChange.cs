namespace Amazon.CloudFormation.Model;

/// <summary>What happens to one resource.</summary>
public sealed class ResourceChange
{
    public PolicyAction PolicyAction { get; set; }

    public ChangeAction Action { get; set; }

    public string LogicalResourceId { get; set; }

    public string PhysicalResourceId { get; set; }

    public string ResourceType { get; set; }

    public Replacement Replacement { get; set; }

    /// <summary>Texts of the values of <see cref="ResourceAttribute"/>.</summary>
    public List<string> Scope { get; set; }

    public List<ResourceChangeDetail> Details { get; set; }

    public string ChangeSetId { get; set; }

    /// <summary>JSON; only where property values were asked for.</summary>
    public string BeforeContext { get; set; }

    /// <summary>JSON; only where property values were asked for.</summary>
    public string AfterContext { get; set; }
}
