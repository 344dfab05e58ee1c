using Amazon.Plumbing;

namespace Amazon.ECS.Model;

/// <summary>The arguments of RunTask.</summary>
public sealed class RunTaskRequest : AmazonECSRequest
{
    public List<CapacityProviderStrategyItem> CapacityProviderStrategy { get; set; }

    public string Cluster { get; set; }

    /// <summary>1 to 10.</summary>
    public int? Count { get; set; }

    public bool? EnableECSManagedTags { get; set; }

    public bool? EnableExecuteCommand { get; set; }

    public string Group { get; set; }

    /// <summary>Not together with a capacity provider strategy.</summary>
    public LaunchType LaunchType { get; set; }

    public NetworkConfiguration NetworkConfiguration { get; set; }

    public TaskOverride Overrides { get; set; }

    public string PlatformVersion { get; set; }

    public PropagateTags PropagateTags { get; set; }

    public string ReferenceId { get; set; }

    /// <summary>Up to 128 characters; tasks can be listed by it.</summary>
    public string StartedBy { get; set; }

    public List<Tag> Tags { get; set; }

    /// <summary>ARN, family and revision, or the family alone for its newest revision.</summary>
    public string TaskDefinition { get; set; }

    /// <summary>Up to 64 characters. Left null, a random one is sent, and repeated by retries, so that they start no second task.</summary>
    [IdempotencyToken]
    public string ClientToken { get; set; }
}
