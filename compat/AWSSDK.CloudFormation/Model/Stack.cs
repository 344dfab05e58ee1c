namespace Amazon.CloudFormation.Model;

/// <summary>A stack as it is deployed.</summary>
public sealed class Stack
{
    public string StackId { get; set; }

    public string StackName { get; set; }

    public string ChangeSetId { get; set; }

    public string Description { get; set; }

    public List<Parameter> Parameters { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DeletionTime { get; set; }

    /// <summary>UTC; null until the first update.</summary>
    public DateTime? LastUpdatedTime { get; set; }

    public RollbackConfiguration RollbackConfiguration { get; set; }

    public StackStatus StackStatus { get; set; }

    public string StackStatusReason { get; set; }

    public bool? DisableRollback { get; set; }

    public List<string> NotificationARNs { get; set; }

    /// <summary>Minutes.</summary>
    public int? TimeoutInMinutes { get; set; }

    public List<string> Capabilities { get; set; }

    public List<Output> Outputs { get; set; }

    public string RoleARN { get; set; }

    public List<Tag> Tags { get; set; }

    public bool? EnableTerminationProtection { get; set; }

    public string ParentId { get; set; }

    public string RootId { get; set; }

    public bool? RetainExceptOnCreate { get; set; }

    public DeletionMode DeletionMode { get; set; }

    public DetailedStatus DetailedStatus { get; set; }
}
