using System.Text.Json;
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
        var service = Causes.Of(failure).OfType<AmazonServiceException>().FirstOrDefault(answer => !string.IsNullOrEmpty(answer.ErrorCode));
        var isUnreachable = Causes.IsUnreachable(failure);
        if (login.SsoProfile is { } sso && !isUnreachable && (service is null || IsLoggedOut(service))) return SsoLogin(failure, login, sso);
        if (service is not null || (isUnreachable && login.Source is LoginSource.Profile)) return AwsFailures.Explain(failure, "get the credentials", login);
        if (login.Source is LoginSource.Instance) return LoginProblems.NoCredentials(failure);

        // Where a parser stumbled over what a program printed, it quotes it: that may be a secret.
        var what = LoginProblems.OneLine(Causes.Of(failure).TakeWhile(cause => cause is not JsonException).Last().Message);
        return new ProblemException(
            new Problem(ErrorCodes.BrokenProfile, $"{login.CredentialsOrigin}: no credentials come from there: {what}", null, HowToSee(login)), failure);
    }

    private static ProblemException SsoLogin(Exception failure, AwsLogin login, string profile) => new(
        new Problem(
            ErrorCodes.ExpiredCredentials, $"the SSO login of profile {profile} has expired, or there was none yet", login.Who, $"log in with: aws sso login --profile {profile}"),
        failure);

    // The portal and the token service of SSO have their own words for a login that is over.
    private static bool IsLoggedOut(AmazonServiceException answer) =>
        answer.ErrorCode is "UnauthorizedException" or "InvalidGrantException" or "ExpiredTokenException" or "InvalidClientException" or "UnauthorizedClientException";

    private static string HowToSee(AwsLogin login) => login.Source switch
    {
        LoginSource.WebIdentity => "look whether the token is there: ls -l \"$AWS_WEB_IDENTITY_TOKEN_FILE\"",
        LoginSource.Container => "run it inside the container whose role it is, or go without: unset AWS_CONTAINER_CREDENTIALS_FULL_URI AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
        _ => $"see why with: aws sts get-caller-identity{login.CliProfile}",
    };
}
