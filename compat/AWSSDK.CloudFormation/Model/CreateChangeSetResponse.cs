using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The answer to CreateChangeSet.</summary>
public sealed class CreateChangeSetResponse : AmazonWebServiceResponse
{
    public string Id { get; set; }

    public string StackId { get; set; }
}
