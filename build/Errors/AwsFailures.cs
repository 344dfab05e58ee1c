using Amazon.Runtime;
using Build.Aws;
using LoadTest.Configuration.Problems;

namespace Build.Errors;

/// <summary>Turns what a call of AWS throws into what a user needs: what was done, what went wrong, as whom, and one command that helps.</summary>
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

    /// <summary>The problem behind a refusal that only this region gives.</summary>
    internal static ProblemException DisabledRegion(AmazonServiceException failure, string doing, AwsLogin login) =>
        new(DisabledRegion(LoginProblems.OneLine(failure.Message), doing, login), failure);

    private static Problem DisabledRegion(string message, string doing, AwsLogin? login) => new(
        ErrorCodes.RegionDisabled, $"cannot {doing}: the account has not enabled the region {login?.Region.SystemName}: {message}", login?.Who,
        $"enable it with: aws account enable-region --region-name {login?.Region.SystemName ?? "NAME"}{login?.CliProfile}");

    private static Problem Explain(AmazonServiceException service, string doing, AwsLogin? login)
    {
        var message = LoginProblems.OneLine(service.Message);
        var cannot = $"cannot {doing}: ";
        return ServiceErrors.KindOf(service) switch
        {
            ServiceErrorKind.Denied => DeniedCall.Explain(message, doing, login),
            ServiceErrorKind.Expired => new Problem(ErrorCodes.ExpiredCredentials, $"{cannot}the credentials have expired: {message}", login?.Who, Renewal(login)),
            ServiceErrorKind.Refused => new Problem(ErrorCodes.ExpiredCredentials, $"{cannot}AWS does not accept the credentials: {message}", login?.Who, Renewal(login)),
            ServiceErrorKind.Skewed => new Problem(
                ErrorCodes.ClockSkew, $"{cannot}this machine's clock is wrong: {message}", login?.Who, $"set the clock with: {Clock.HowToSet}"),
            ServiceErrorKind.RegionDisabled => DisabledRegion(message, doing, login),
            ServiceErrorKind.Throttled => new Problem(
                ErrorCodes.ServiceFailure, $"{cannot}there are too many calls, says AWS after every retry: {message}", login?.Who, "run the same command again in a minute"),
            ServiceErrorKind.Foreign => new Problem(
                ErrorCodes.AwsUnreachable, $"{cannot}not AWS answered but something on the way, with status {service.StatusCode:D}: {message}", login?.Who, Unreachable.AskTheProxy),
            _ => new Problem(
                ErrorCodes.ServiceFailure, $"{cannot}{service.ErrorCode}: {message} (request {service.RequestId})", login?.Who,
                "do what the message says, and run the same command again"),
        };
    }

    private static Problem Unexpected(Exception failure, string doing, AwsLogin? login)
    {
        var what = $"cannot {doing}: {LoginProblems.OneLine(failure.Message)}";
        return failure is AmazonClientException
            ? new Problem(ErrorCodes.ServiceFailure, what, login?.Who, "run again with --verbosity=diagnostic, which shows what the AWS SDK says")
            : new Problem(ErrorCodes.Internal, what, login?.Who, "run again with --verbosity=diagnostic, and report what it prints");
    }

    private static string Renewal(AwsLogin? login) => login switch
    {
        { SsoProfile: { } sso } => $"log in again with: aws sso login --profile {sso}",
        { Profile: { } profile } => $"put valid keys into the profile with: aws configure --profile {profile}",
        _ => "take fresh keys, or a profile that gets them by itself: --profile=NAME",
    };

    private static bool IsCancellation(Exception failure) => failure is OperationCanceledException { InnerException: not TimeoutException };
}
