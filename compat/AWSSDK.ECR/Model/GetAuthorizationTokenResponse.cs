using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>The answer to GetAuthorizationToken.</summary>
public sealed class GetAuthorizationTokenResponse : AmazonWebServiceResponse
{
    public List<AuthorizationData> AuthorizationData { get; set; }
}
