using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The answer to StopTask.</summary>
public sealed class StopTaskResponse : AmazonWebServiceResponse
{
    public Task Task { get; set; }
}
