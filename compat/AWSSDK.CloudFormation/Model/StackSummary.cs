namespace Amazon.CloudFormation.Model;

/// <summary>A stack in a list.</summary>
public sealed class StackSummary
{
    public string StackId { get; set; }

    public string StackName { get; set; }

    public string TemplateDescription { get; set; }

    public DateTime? CreationTime { get; set; }

    public DateTime? LastUpdatedTime { get; set; }

    public DateTime? DeletionTime { get; set; }

    public StackStatus StackStatus { get; set; }

    public string StackStatusReason { get; set; }

    public string ParentId { get; set; }

    public string RootId { get; set; }
}
