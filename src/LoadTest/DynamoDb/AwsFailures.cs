using System.Net.Sockets;
using Amazon.Runtime;
using LoadTest.Configuration.Problems;

namespace LoadTest.DynamoDb;

/// <summary>Turns what a call to AWS throws into a problem that says what was done, by whom, what went wrong, and what helps.</summary>
/// <param name="place">Where the calls go, such as <c>us-east-1</c> or an endpoint's address.</param>
/// <param name="identity">Who makes them, in words.</param>
public sealed class AwsFailures(string place, string identity)
{
    /// <summary>Where the calls go.</summary>
    public string Place => place;

    /// <summary>Makes a call, and explains its failure.</summary>
    /// <param name="doing">What the call does, to follow "cannot".</param>
    /// <param name="call">The call.</param>
    /// <param name="passOn">Failures that the caller handles itself.</param>
    /// <exception cref="ProblemException">The call failed.</exception>
    public async Task<T> ExplainAsync<T>(string doing, Func<Task<T>> call, Func<AmazonServiceException, bool>? passOn = null)
    {
        try
        {
            return await call();
        }
        catch (AmazonServiceException known) when (passOn?.Invoke(known) == true)
        {
            throw;
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or ProblemException))
        {
            throw new ProblemException(Explain(doing, failure), failure);
        }
    }

    /// <summary>The problem behind a failure.</summary>
    public Problem Explain(string doing, Exception failure)
    {
        if (IsUnreachable(failure))
        {
            return new Problem(
                ErrorCodes.EndpointUnreachable, $"cannot {doing}: no connection to {place} ({Innermost(failure).Message})", null,
                "check that the server runs and that --endpoint-url (AWS_ENDPOINT_URL_DYNAMODB) is its address; without an endpoint, --environment=local starts a server of its own");
        }

        return failure switch
        {
            AmazonServiceException { ErrorCode: "AccessDeniedException" or "AccessDenied" } denied => new Problem(
                ErrorCodes.PermissionDenied, $"cannot {doing}: {denied.Message} ({identity}, {place})", null, "allow the action to this identity, or take another --profile"),
            AmazonServiceException
            {
                ErrorCode: "ExpiredTokenException" or "ExpiredToken" or "UnrecognizedClientException"
                or "InvalidSignatureException" or "InvalidClientTokenId" or "SignatureDoesNotMatch"
            } refused => new Problem(
                ErrorCodes.ExpiredCredentials, $"cannot {doing}: the credentials were refused: {refused.Message} ({identity}, {place})", null,
                "log in again (for an SSO profile: aws sso login --profile NAME), or correct the keys"),
            AmazonServiceException service => new Problem(
                ErrorCodes.ServiceFailure, $"cannot {doing}: {service.ErrorCode}: {service.Message} ({identity}, {place})", null, "see what the service says, and try again"),
            AmazonClientException client => new Problem(
                ErrorCodes.MissingCredentials, $"cannot {doing}: {client.Message} ({identity}, {place})", null,
                "give a profile with --profile=NAME, or try without an account: --environment=local"),
            TimeoutException => new Problem(
                ErrorCodes.ServiceFailure, $"cannot {doing}: {place} gave no whole answer in time, after all retries", null,
                "see whether the server, or this machine's processor, is overloaded, and try again"),
            _ => new Problem(ErrorCodes.Internal, $"cannot {doing}: {failure.Message}", null, "run again with --verbosity=diagnostic, and report what it prints"),
        };
    }

    private static bool IsUnreachable(Exception failure) =>
        failure is not AmazonServiceException { StatusCode: not default(System.Net.HttpStatusCode) }
        && Chain(failure).Any(cause => cause is SocketException or HttpRequestException);

    private static Exception Innermost(Exception failure) => Chain(failure).Last();

    private static IEnumerable<Exception> Chain(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException) yield return cause;
    }
}
