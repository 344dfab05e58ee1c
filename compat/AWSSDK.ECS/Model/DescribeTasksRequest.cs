namespace Amazon.ECS.Model;

/// <summary>The arguments of DescribeTasks.</summary>
public sealed class DescribeTasksRequest : AmazonECSRequest
{
    /// <summary>Name or ARN; null is the cluster <c>default</c>.</summary>
    public string Cluster { get; set; }

    /// <summary>At most 100.</summary>
    public List<string> Tasks { get; set; }

    /// <summary><c>TAGS</c>, or null.</summary>
    public List<string> Include { get; set; }
}
