namespace Amazon.ECR.Model;

/// <summary>The arguments of GetAuthorizationToken.</summary>
public sealed class GetAuthorizationTokenRequest : AmazonECRRequest;
