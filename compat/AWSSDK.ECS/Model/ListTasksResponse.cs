using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The answer to ListTasks.</summary>
public sealed class ListTasksResponse : AmazonWebServiceResponse
{
    public List<string> TaskArns { get; set; }

    public string NextToken { get; set; }
}
