namespace Amazon.ECS.Model;

/// <summary>The arguments of DescribeClusters.</summary>
public sealed class DescribeClustersRequest : AmazonECSRequest
{
    public List<string> Clusters { get; set; }

    /// <summary><c>TAGS</c>, <c>SETTINGS</c> and the like, or null.</summary>
    public List<string> Include { get; set; }
}
