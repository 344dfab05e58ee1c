namespace StandIns.Authorization.Requests;

/// <summary>What an Authorization header says.</summary>
/// <param name="KeyId">The access key.</param>
/// <param name="Day">The day of the signing key, <c>yyyyMMdd</c>.</param>
/// <param name="Region">The region.</param>
/// <param name="Service">The name of the service in signatures, such as <c>monitoring</c>.</param>
/// <param name="SignedHeaders">Their names in small letters, in the order of the signature.</param>
/// <param name="Signature">Hexadecimal digits.</param>
public sealed record CredentialScope(
    string KeyId, string Day, string Region, string Service, IReadOnlyList<string> SignedHeaders, string Signature)
{
    private const string Algorithm = "AWS4-HMAC-SHA256 ";

    /// <summary>Reads the header; null where it is none of Signature Version 4.</summary>
    public static CredentialScope? Of(string? header)
    {
        if (header?.StartsWith(Algorithm, StringComparison.Ordinal) != true) return null;
        var parts = header[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToDictionary(part => part[0], part => part[1]);
        var credential = parts.GetValueOrDefault("Credential", "").Split('/');
        if (credential.Length != 5 || !parts.TryGetValue("SignedHeaders", out var headers) || !parts.TryGetValue("Signature", out var signature)) return null;
        return new CredentialScope(credential[0], credential[1], credential[2], credential[3], headers.Split(';'), signature);
    }
}
