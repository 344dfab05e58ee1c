using Amazon.Runtime;

namespace Build.Errors;

/// <summary>What an error of a service means for its caller.</summary>
internal enum ServiceErrorKind
{
    /// <summary>The service says itself what is wrong.</summary>
    Other,

    /// <summary>The caller is known, and may not do it.</summary>
    Denied,

    /// <summary>The keys were valid, and are no longer.</summary>
    Expired,

    /// <summary>The keys are unknown, disabled or wrong.</summary>
    Refused,

    /// <summary>The caller's clock is wrong.</summary>
    Skewed,

    /// <summary>The account may not use the region.</summary>
    RegionDisabled,

    /// <summary>Too many calls.</summary>
    Throttled,

    /// <summary>No service of AWS said it: a proxy or a firewall did.</summary>
    Foreign,
}

/// <summary>Sorts the codes of AWS's errors, which differ from protocol to protocol.</summary>
internal static class ServiceErrors
{
    public static ServiceErrorKind KindOf(AmazonServiceException error) => error.ErrorCode switch
    {
        "AccessDenied" or "AccessDeniedException" or "ForbiddenException" or "UnauthorizedOperation" or "AuthorizationError" or "AuthorizationErrorException" => ServiceErrorKind.Denied,
        "ExpiredToken" or "ExpiredTokenException" => ServiceErrorKind.Expired,
        "RequestTimeTooSkewed" or "RequestExpired" or "RequestInTheFuture" => ServiceErrorKind.Skewed,
        "SignatureDoesNotMatch" or "InvalidSignatureException" or "InvalidSignature" when IsAboutTime(error) => ServiceErrorKind.Skewed,
        "InvalidClientTokenId" or "UnrecognizedClientException" or "SignatureDoesNotMatch" or "InvalidSignatureException" or "InvalidSignature"
            or "AuthFailure" or "InvalidAccessKeyId" or "MissingAuthenticationToken" or "MissingAuthenticationTokenException" => ServiceErrorKind.Refused,
        "RegionDisabledException" or "OptInRequired" => ServiceErrorKind.RegionDisabled,
        "Throttling" or "ThrottlingException" or "RequestLimitExceeded" or "TooManyRequestsException" or "SlowDown" => ServiceErrorKind.Throttled,
        null or "" => ServiceErrorKind.Foreign,
        _ => ServiceErrorKind.Other,
    };

    // "Signature expired: 20260101T000000Z is now earlier than ..." and "Signature not yet current: ... is still later than ...".
    private static bool IsAboutTime(AmazonServiceException error) =>
        error.Message.Contains("Signature expired", StringComparison.Ordinal) || error.Message.Contains("Signature not yet current", StringComparison.Ordinal);
}
