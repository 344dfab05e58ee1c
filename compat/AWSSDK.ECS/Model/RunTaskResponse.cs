using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The answer to RunTask.</summary>
public sealed class RunTaskResponse : AmazonWebServiceResponse
{
    public List<Task> Tasks { get; set; }

    /// <summary>What could not be started, although the call succeeded.</summary>
    public List<Failure> Failures { get; set; }
}
