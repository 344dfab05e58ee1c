namespace Amazon.ECR.Model;

/// <summary>A login to a registry.</summary>
public sealed class AuthorizationData
{
    /// <summary>Base64 of <c>user:password</c>. A secret.</summary>
    public string AuthorizationToken { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? ExpiresAt { get; set; }

    /// <summary>The registry's address, with <c>https://</c>.</summary>
    public string ProxyEndpoint { get; set; }
}
