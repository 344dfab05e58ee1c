namespace Amazon.CloudFormation.Model;

/// <summary>Something that happened to a stack or one of its resources.</summary>
public sealed class StackEvent
{
    public string StackId { get; set; }

    public string EventId { get; set; }

    public string StackName { get; set; }

    public string LogicalResourceId { get; set; }

    public string PhysicalResourceId { get; set; }

    public string ResourceType { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? Timestamp { get; set; }

    public ResourceStatus ResourceStatus { get; set; }

    public string ResourceStatusReason { get; set; }

    /// <summary>JSON.</summary>
    public string ResourceProperties { get; set; }

    public string ClientRequestToken { get; set; }

    public string HookType { get; set; }

    public HookStatus HookStatus { get; set; }

    public string HookStatusReason { get; set; }

    public HookInvocationPoint HookInvocationPoint { get; set; }

    public HookFailureMode HookFailureMode { get; set; }

    public DetailedStatus DetailedStatus { get; set; }
}
