namespace Amazon.ECS.Model;

/// <summary>The arguments of ListTasks.</summary>
public sealed class ListTasksRequest : AmazonECSRequest
{
    public string Cluster { get; set; }

    public string ContainerInstance { get; set; }

    public string Family { get; set; }

    public string NextToken { get; set; }

    /// <summary>1 to 100.</summary>
    public int? MaxResults { get; set; }

    public string StartedBy { get; set; }

    public string ServiceName { get; set; }

    public DesiredStatus DesiredStatus { get; set; }

    public LaunchType LaunchType { get; set; }
}
