namespace Amazon.ECS.Model;

/// <summary>The arguments of DescribeTaskDefinition.</summary>
public sealed class DescribeTaskDefinitionRequest : AmazonECSRequest
{
    public string TaskDefinition { get; set; }

    /// <summary><c>TAGS</c>, or null.</summary>
    public List<string> Include { get; set; }
}
