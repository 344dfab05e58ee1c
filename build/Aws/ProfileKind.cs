using Amazon.Runtime.CredentialManagement;

namespace Build.Aws;

/// <summary>How a profile gets its credentials, in words.</summary>
internal static class ProfileKind
{
    public static string Of(CredentialProfile profile) => profile.Options switch
    {
        { RoleArn.Length: > 0, WebIdentityTokenFile.Length: > 0 } options => $"web identity, role {options.RoleArn}",
        { RoleArn.Length: > 0, SourceProfile.Length: > 0 } options => $"role {options.RoleArn} through profile {options.SourceProfile}",
        { RoleArn.Length: > 0 } options => $"role {options.RoleArn} through {options.CredentialSource}",
        { } options when IsSso(options) => "SSO",
        { CredentialProcess.Length: > 0 } => "credential_process",
        { AccessKey.Length: > 0 } => "access keys",
        _ => "without credentials",
    };

    public static bool IsSso(CredentialProfileOptions options) => options.SsoSession is { Length: > 0 } || options.SsoStartUrl is { Length: > 0 };
}
