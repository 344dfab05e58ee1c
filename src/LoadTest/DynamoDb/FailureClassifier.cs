using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using LoadTest.Operations;

namespace LoadTest.DynamoDb;

/// <summary>Puts whatever the official client throws into its category.</summary>
public static class FailureClassifier
{
    /// <summary>The category of a failure.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="abort">The run's own cancellation, told apart from a request that took too long.</param>
    public static int CategoryOf(Exception failure, CancellationToken abort)
    {
        if (failure is OperationCanceledException && abort.IsCancellationRequested) return Category.Cancelled;
        return failure switch
        {
            AmazonServiceException service => OfService(service),
            AmazonClientException or OperationCanceledException or IOException or HttpRequestException or SocketException or AuthenticationException
                => OfTransport(failure),
            _ => Category.Protocol,
        };
    }

    /// <summary>What became of the actions of a transaction, where the failure is that it was cancelled.</summary>
    public static CancelledActions ActionsOf(Exception failure)
    {
        var actions = default(CancelledActions);
        var reasons = (failure as TransactionCanceledException)?.CancellationReasons ?? [];
        for (var place = 0; place < reasons.Count; place++)
            actions = actions.With(place, reasons[place].Code is ServiceErrors.NoCancellation, reasons[place].Code is ServiceErrors.FailedCondition);
        return actions;
    }

    // Without a status the request never got an answer: the cause lies within.
    private static int OfService(AmazonServiceException service) => service.StatusCode == default
        ? OfTransport(service)
        : ServiceErrors.CategoryOf(service.ErrorCode, (int)service.StatusCode, service.Message.StartsWith("Item size", StringComparison.Ordinal), ReasonOf(service));

    private static string? ReasonOf(AmazonServiceException service) => (service switch
    {
        ProvisionedThroughputExceededException throttle => throttle.ThrottlingReasons,
        ThrottlingException throttle => throttle.ThrottlingReasons,
        RequestLimitExceededException throttle => throttle.ThrottlingReasons,
        _ => null,
    })?.FirstOrDefault()?.Reason ?? (service as TransactionCanceledException)?.CancellationReasons?
        .Select(reason => reason.Code).FirstOrDefault(code => code is not (null or ServiceErrors.NoCancellation));

    private static int OfTransport(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AuthenticationException:
                    return Category.Tls;
                case TimeoutException or OperationCanceledException:
                    return Category.Timeout;
                case SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown }:
                    return Category.Reset;
                case SocketException:
                    return Category.Connect;
                case HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }:
                    return Category.Connect;
                case HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }:
                    return Category.Tls;
                case HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded }:
                    return Category.Reset;
            }
        }

        return failure is IOException or HttpRequestException or AmazonClientException { InnerException: IOException } ? Category.Reset : Category.Protocol;
    }
}
