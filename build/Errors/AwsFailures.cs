using Amazon.Runtime;
using Build.Aws;
using LoadTest.Configuration.Problems;

namespace Build.Errors;

/// <summary>Turns what a call of AWS throws into what a user needs: what was done, as whom, what went wrong, and one command that helps.</summary>
public static class AwsFailures
{
    /// <summary>Makes a call, and explains its failure.</summary>
    /// <param name="doing">What the call does, to follow "cannot".</param>
    /// <param name="login">Who makes it; null where that is not known.</param>
    /// <param name="call">The call.</param>
    /// <param name="passOn">Failures that the caller handles itself.</param>
    /// <exception cref="ProblemException">The call failed.</exception>
    public static async Task<T> ExplainAsync<T>(string doing, AwsLogin? login, Func<Task<T>> call, Func<AmazonServiceException, bool>? passOn = null)
    {
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            return await call();
        }
        catch (AmazonServiceException known) when (passOn?.Invoke(known) == true)
        {
            throw;
        }
        catch (Exception failure) when (failure is not ProblemException && !IsCancellation(failure))
        {
            throw Explain(failure, doing, login);
        }
    }

    /// <summary>The problem behind a failure, ready to be thrown.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="doing">What was done, to follow "cannot".</param>
    /// <param name="login">Who did it; null where that is not known.</param>
    public static ProblemException Explain(Exception failure, string doing, AwsLogin? login)
    {
        ArgumentNullException.ThrowIfNull(failure);
        if (Causes.Of(failure).OfType<ProblemException>().FirstOrDefault() is { } known) return known;
        if (Causes.IsUnreachable(failure)) return new ProblemException(Unreachable.Explain(failure, doing, login), failure);
        var service = Causes.Of(failure).OfType<AmazonServiceException>().FirstOrDefault();
        return new ProblemException(service is null ? Unexpected(failure, doing, login) : Explain(service, doing, login), failure);
    }

    private static Problem Explain(AmazonServiceException service, string doing, AwsLogin? login)
    {
        var message = LoginProblems.OneLine(service.Message);
        var cannot = $"cannot {doing}: ";
        return ServiceErrors.KindOf(service) switch
        {
            ServiceErrorKind.Denied => DeniedCall.Explain(message, doing, login),
            ServiceErrorKind.Expired => new Problem(
                ErrorCodes.ExpiredCredentials, $"{cannot}the credentials have expired: {message}{As(login)}", login?.CredentialsOrigin, Renewal(login)),
            ServiceErrorKind.Refused => new Problem(
                ErrorCodes.ExpiredCredentials, $"{cannot}AWS does not accept the credentials: {message}{As(login)}", login?.CredentialsOrigin, Renewal(login)),
            ServiceErrorKind.Skewed => new Problem(
                ErrorCodes.ClockSkew, $"{cannot}this machine's clock is wrong: {message}{As(login)}", null, $"set the clock with: {Clock.HowToSet}"),
            ServiceErrorKind.RegionDisabled => new Problem(
                ErrorCodes.RegionDisabled, $"{cannot}the account has not enabled {login?.Region.SystemName ?? "the region"}: {message}{As(login)}", login?.RegionOrigin,
                $"enable it with: aws account enable-region --region-name {login?.Region.SystemName ?? "NAME"}{login?.CliProfile}; or take another one with --region"),
            ServiceErrorKind.Throttled => new Problem(
                ErrorCodes.ServiceFailure, $"{cannot}AWS answers that there are too many calls, after all retries: {message}{As(login)}", null,
                "run the same command again in a minute"),
            _ => new Problem(
                ErrorCodes.ServiceFailure, $"{cannot}{service.ErrorCode ?? service.StatusCode.ToString()}: {message} (request {service.RequestId}){As(login)}", null,
                "do what the message says, and run the same command again"),
        };
    }

    private static Problem Unexpected(Exception failure, string doing, AwsLogin? login) => failure is AmazonClientException
        ? new Problem(
            ErrorCodes.ServiceFailure, $"cannot {doing}: {LoginProblems.OneLine(failure.Message)}{As(login)}", null,
            "run again with --verbosity=diagnostic, which shows what the AWS SDK says")
        : new Problem(
            ErrorCodes.Internal, $"cannot {doing}: {LoginProblems.OneLine(failure.Message)}{As(login)}", null,
            "run again with --verbosity=diagnostic, and report what it prints");

    private static string As(AwsLogin? login) => login is null ? "" : $" ({login.Who})";

    private static string Renewal(AwsLogin? login) => login switch
    {
        { IsSso: true } => $"log in again with: aws sso login --profile {login.Profile}",
        { Profile: { } profile } => $"put valid keys into the profile with: aws configure --profile {profile}",
        _ => "take fresh keys, or a profile that gets them by itself: --profile=NAME",
    };

    private static bool IsCancellation(Exception failure) => failure is OperationCanceledException { InnerException: not TimeoutException };
}
