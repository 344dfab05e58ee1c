using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The answer to UpdateTerminationProtection.</summary>
public sealed class UpdateTerminationProtectionResponse : AmazonWebServiceResponse
{
    public string StackId { get; set; }
}
