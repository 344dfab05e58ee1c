using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The answer to DescribeClusters.</summary>
public sealed class DescribeClustersResponse : AmazonWebServiceResponse
{
    public List<Cluster> Clusters { get; set; }

    public List<Failure> Failures { get; set; }
}
