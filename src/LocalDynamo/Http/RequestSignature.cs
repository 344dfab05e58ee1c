namespace LocalDynamo.Http;

/// <summary>The form of a Signature Version 4 header. Signatures are not checked: there is no secret here to check them with.</summary>
internal static class RequestSignature
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>The region in the credential scope of an Authorization header.</summary>
    /// <exception cref="DynamoException">There is none, or a part of it is missing.</exception>
    public static string RegionOf(string? authorization)
    {
        if (string.IsNullOrEmpty(authorization)) throw Missing();
        if (!authorization.StartsWith(Algorithm, StringComparison.Ordinal)) throw Missing();
        var scope = Member(authorization, "Credential=");
        if (scope.IsEmpty || Member(authorization, "SignedHeaders=").IsEmpty || Member(authorization, "Signature=").IsEmpty)
        {
            throw new DynamoException(
                "IncompleteSignatureException",
                "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters.",
                prefix: DynamoException.CoralPrefix);
        }

        // <access key>/<date>/<region>/<service>/aws4_request
        Span<Range> parts = stackalloc Range[6];
        return scope.Split(parts, '/') == 5 && !scope[parts[2]].IsEmpty ? RegionName(scope[parts[2]]) : "us-east-1";
    }

    // One string for the usual region, as it is asked for with every request.
    private static string RegionName(ReadOnlySpan<char> region) => region is "us-east-1" ? "us-east-1" : region.ToString();

    private static ReadOnlySpan<char> Member(string header, string name)
    {
        var at = header.IndexOf(name, StringComparison.Ordinal);
        if (at < 0) return default;
        var value = header.AsSpan(at + name.Length);
        var end = value.IndexOfAny(',', ' ');
        return end < 0 ? value : value[..end];
    }

    private static DynamoException Missing() => new(
        "MissingAuthenticationTokenException",
        "Request must contain either a valid (registered) AWS access key ID or X.509 certificate.",
        prefix: DynamoException.CoralPrefix);
}
