namespace Amazon.ECS.Model;

/// <summary>The arguments of StopTask.</summary>
public sealed class StopTaskRequest : AmazonECSRequest
{
    public string Cluster { get; set; }

    public string Task { get; set; }

    /// <summary>Up to 1024 characters; it is shown as the stopped reason.</summary>
    public string Reason { get; set; }
}
