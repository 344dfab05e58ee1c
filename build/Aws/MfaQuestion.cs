using Amazon.Runtime;
using Build.Errors;
using Build.Output;

namespace Build.Aws;

/// <summary>Asks for the code of an MFA device where a role needs one.</summary>
internal static class MfaQuestion
{
    /// <summary>Lets the credentials ask on this screen; those that they are made from too.</summary>
    /// <param name="credentials">Of a profile.</param>
    /// <param name="profile">The profile's name, for the question.</param>
    /// <param name="screen">Where it is asked; the code is never kept.</param>
    public static void Attach(AWSCredentials credentials, string profile, Screen screen)
    {
        if (credentials is not AssumeRoleAWSCredentials role) return;
        if (role.Options?.MfaSerialNumber is { Length: > 0 } device)
            role.Options.MfaTokenCodeCallback = () => screen.Ask($"MFA code of {device} for profile {profile}:") ?? throw LoginProblems.NobodyTypesTheCode(profile, device);
        Attach(role.SourceCredentials, profile, screen);
    }
}
