using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The answer to DescribeTasks.</summary>
public sealed class DescribeTasksResponse : AmazonWebServiceResponse
{
    public List<Task> Tasks { get; set; }

    public List<Failure> Failures { get; set; }
}
