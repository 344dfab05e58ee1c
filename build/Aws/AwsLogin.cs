using Amazon;
using Amazon.Runtime;

namespace Build.Aws;

/// <summary>The credentials and the region that the settings lead to, before AWS was asked who they belong to.</summary>
/// <param name="Credentials">Fetched and renewed by the AWS SDK when they are used.</param>
/// <param name="Region">Where everything is done.</param>
public record AwsLogin(AWSCredentials Credentials, RegionEndpoint Region)
{
    /// <summary>What gives the credentials.</summary>
    public LoginSource Source { get; init; }

    /// <summary>The profile; null where the credentials come from elsewhere.</summary>
    public string? Profile { get; init; }

    /// <summary>The profile that logs in by SSO: that one, or one behind it; null where none does.</summary>
    public string? SsoProfile { get; init; }

    /// <summary>Where the credentials come from, in words and without secrets: <c>profile dev (SSO) of --profile</c>.</summary>
    public required string CredentialsOrigin { get; init; }

    /// <summary>Where the region comes from: <c>--region</c>, <c>profile dev</c>.</summary>
    public required string RegionOrigin { get; init; }

    /// <summary>Who acts, as far as it is known, for messages.</summary>
    public virtual string Who => $"{CredentialsOrigin}; region {Region.SystemName} of {RegionOrigin}";

    /// <summary>The argument with which the AWS CLI acts as the same identity: <c> --profile dev</c>, or nothing.</summary>
    public string CliProfile => Profile is null ? "" : $" --profile {Profile}";
}
