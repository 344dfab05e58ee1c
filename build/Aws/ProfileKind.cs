using Amazon.Runtime.CredentialManagement;

namespace Build.Aws;

/// <summary>How a profile gets its credentials.</summary>
internal static class ProfileKind
{
    /// <summary>In words.</summary>
    public static string Of(CredentialProfile profile) => profile.Options switch
    {
        { RoleArn.Length: > 0, WebIdentityTokenFile.Length: > 0 } options => $"web identity, role {options.RoleArn}",
        { RoleArn.Length: > 0, SourceProfile.Length: > 0 } options => $"role {options.RoleArn} through profile {options.SourceProfile}",
        { RoleArn.Length: > 0, CredentialSource.Length: > 0 } options => $"role {options.RoleArn} through {options.CredentialSource}",
        { RoleArn.Length: > 0 } options => $"role {options.RoleArn}",
        { } options when IsSso(options) => "SSO",
        { CredentialProcess.Length: > 0 } => "credential_process",
        { AccessKey.Length: > 0 } => "access keys",
        _ => "no credentials",
    };

    /// <summary>The profile that has to log in by SSO: this one, or one that its role is taken through; null where none does.</summary>
    public static string? SsoProfileOf(CredentialProfile profile, ICredentialProfileSource profiles)
    {
        var current = profile;
        for (var hops = 0; current is not null && hops < 10; hops++)
        {
            if (IsSso(current.Options)) return current.Name;
            var source = current.Options.SourceProfile;
            if (string.IsNullOrEmpty(source) || !profiles.TryGetProfile(source, out current)) return null;
        }

        return null;
    }

    private static bool IsSso(CredentialProfileOptions options) => options.SsoSession is { Length: > 0 } || options.SsoStartUrl is { Length: > 0 };
}
