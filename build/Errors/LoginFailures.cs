using Amazon.Runtime;
using Build.Aws;
using LoadTest.Configuration.Problems;

namespace Build.Errors;

/// <summary>Why a profile, a role or the machine gave no keys.</summary>
internal static class LoginFailures
{
    /// <summary>The problem behind what the AWS SDK threw when the keys were fetched.</summary>
    public static ProblemException Explain(Exception failure, AwsLogin login)
    {
        if (Causes.Of(failure).OfType<ProblemException>().FirstOrDefault() is { } known) return known;
        if (login.IsSso && !Causes.IsUnreachable(failure))
        {
            return new ProblemException(
                new Problem(
                    ErrorCodes.ExpiredCredentials, $"the SSO login of profile {login.Profile} has expired, or there was none yet", login.CredentialsOrigin,
                    $"log in with: aws sso login --profile {login.Profile}"),
                failure);
        }

        if (Causes.Of(failure).OfType<AmazonServiceException>().FirstOrDefault() is { ErrorCode.Length: > 0 } || Causes.IsUnreachable(failure) && login.Profile is not null)
            return AwsFailures.Explain(failure, $"get the credentials of {login.CredentialsOrigin}", login);
        if (login.Profile is null) return LoginProblems.NoCredentials(failure);
        return new ProblemException(
            new Problem(
                ErrorCodes.BrokenProfile, $"profile {login.Profile} gives no credentials: {LoginProblems.OneLine(failure.Message)}", login.CredentialsOrigin,
                $"see why with: aws sts get-caller-identity --profile {login.Profile}"),
            failure);
    }
}
