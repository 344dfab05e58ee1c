using Amazon.Runtime.CredentialManagement;

namespace Build.Errors;

/// <summary>What is wrong with a profile that the AWS SDK only calls invalid, and the command that mends it.</summary>
internal static class ProfileFlaw
{
    public static (string What, string Command) Of(CredentialProfile profile, ICredentialProfileSource profiles, Exception cause)
    {
        var options = profile.Options;
        var name = profile.Name;
        if (options.SourceProfile is { Length: > 0 } source && !profiles.TryGetProfile(source, out _))
            return ($"its source_profile {source} does not exist", $"aws configure --profile {source}");
        if (options.RoleArn is { Length: > 0 } && options is { SourceProfile: null or "", CredentialSource: null or "", WebIdentityTokenFile: null or "" })
            return ("it has role_arn, and nothing that says who takes the role", $"aws configure set source_profile NAME --profile {name}");
        if (options is { AccessKey.Length: > 0, SecretKey: null or "" }) return ("it has aws_access_key_id and no aws_secret_access_key", $"aws configure --profile {name}");
        if (options is { SecretKey.Length: > 0, AccessKey: null or "" }) return ("it has aws_secret_access_key and no aws_access_key_id", $"aws configure --profile {name}");
        if (options is { AccessKey: null or "", RoleArn: null or "", CredentialProcess: null or "", SsoSession: null or "", SsoStartUrl: null or "" })
            return ("it holds no credentials", $"aws configure sso --profile {name}");
        return (LoginProblems.OneLine(cause.Message), $"aws configure --profile {name}");
    }
}
