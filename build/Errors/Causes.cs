using System.Net.Sockets;
using Amazon.Runtime;

namespace Build.Errors;

/// <summary>What stands behind an exception.</summary>
internal static class Causes
{
    /// <summary>The exception and those inside it, the outermost first.</summary>
    public static IEnumerable<Exception> Of(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException) yield return cause;
    }

    /// <summary>Whether there was no answer at all.</summary>
    public static bool IsUnreachable(Exception failure) =>
        !Of(failure).OfType<AmazonServiceException>().Any(service => service.StatusCode != default)
        && Of(failure).Any(cause => cause is SocketException or HttpRequestException or TimeoutException or TaskCanceledException);
}
