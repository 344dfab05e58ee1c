using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The answer to DescribeTaskDefinition.</summary>
public sealed class DescribeTaskDefinitionResponse : AmazonWebServiceResponse
{
    public TaskDefinition TaskDefinition { get; set; }

    public List<Tag> Tags { get; set; }
}
