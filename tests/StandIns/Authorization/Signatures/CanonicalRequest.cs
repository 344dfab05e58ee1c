using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using StandIns.Authorization.Requests;

namespace StandIns.Authorization.Signatures;

/// <summary>The form of a request that is signed.</summary>
internal static partial class CanonicalRequest
{
    private const string HashHeader = "X-Amz-Content-Sha256";

    /// <summary>Its lines.</summary>
    public static string Of(ServiceRequest request, CredentialScope scope)
    {
        var text = new StringBuilder();
        text.Append(request.Method).Append('\n').Append(Path(request, scope)).Append('\n').Append(Query(request.Query)).Append('\n');
        foreach (var name in scope.SignedHeaders)
            text.Append(name).Append(':').Append(Spaces().Replace(request.Headers.GetValueOrDefault(name, "").Trim(), " ")).Append('\n');
        text.Append('\n').AppendJoin(';', scope.SignedHeaders).Append('\n');
        return text.Append(request.Headers.GetValueOrDefault(HashHeader) ?? HashOf(request)).ToString();
    }

    /// <summary>Whether the body is the one that was signed. A body over TLS need not be signed, and a streamed one is signed in pieces.</summary>
    public static bool HasItsBody(ServiceRequest request) =>
        request.Headers.GetValueOrDefault(HashHeader) is not { } signed
        || signed == "UNSIGNED-PAYLOAD"
        || signed.StartsWith("STREAMING-", StringComparison.Ordinal)
        || signed == HashOf(request);

    private static string HashOf(ServiceRequest request) => Convert.ToHexStringLower(SHA256.HashData(request.Body.Span));

    // S3 takes the path as it is; the other services encode it once more.
    private static string Path(ServiceRequest request, CredentialScope scope) => scope.Service == "s3"
        ? request.Path
        : string.Join('/', request.Path.Split('/').Select(Uri.EscapeDataString));

    private static string Query(string query) => string.Join('&', ServiceRequest.Pairs(query)
        .Select(pair => (Name: Uri.EscapeDataString(pair.Name), Value: Uri.EscapeDataString(pair.Value)))
        .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    [GeneratedRegex(" {2,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
