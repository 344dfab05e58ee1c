using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StandIns.Authorization.Identities;
using StandIns.Authorization.Requests;

namespace StandIns.Authorization.Signatures;

/// <summary>Checks who signed a request (Signature Version 4 in the Authorization header). Thread-safe; keys of a day are derived once.</summary>
public sealed class SignatureCheck(KeyRing keys, TimeProvider time)
{
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<(string KeyId, string Day, string Region, string Service), byte[]> _signingKeys = new();

    /// <summary>The key that signed the request.</summary>
    /// <exception cref="AccessRefusedException">Nobody did, or nobody who is known, or not so, or not any more.</exception>
    public AccessKey SignerOf(ServiceRequest request)
    {
        if (request.Scope is not { } scope) throw new AccessRefusedException(Refusal.NotSigned, "Missing Authentication Token");
        var key = keys.Find(scope.KeyId);
        if (key is null || request.Headers.GetValueOrDefault("X-Amz-Security-Token") != key.SessionToken)
            throw new AccessRefusedException(Refusal.UnknownKey, "The security token included in the request is invalid.");

        CheckTime(request);
        if (key.Expires <= time.GetUtcNow()) throw new AccessRefusedException(Refusal.Expired, "The security token included in the request is expired");
        var given = Encoding.ASCII.GetBytes(scope.Signature);
        var expected = Encoding.ASCII.GetBytes(Signature(request, scope, key));
        if (CanonicalRequest.HasItsBody(request) && CryptographicOperations.FixedTimeEquals(given, expected)) return key;
        throw new AccessRefusedException(
            Refusal.WrongSignature,
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.");
    }

    private string Signature(ServiceRequest request, CredentialScope scope, AccessKey key)
    {
        var canonical = SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalRequest.Of(request, scope)));
        var toSign = $"AWS4-HMAC-SHA256\n{request.Headers.GetValueOrDefault("X-Amz-Date")}\n{scope.Day}/{scope.Region}/{scope.Service}/aws4_request\n"
            + Convert.ToHexStringLower(canonical);
        var signingKey = _signingKeys.GetOrAdd((key.Id, scope.Day, scope.Region, scope.Service), _ => SigningKey(key.Secret, scope));
        return Convert.ToHexStringLower(HMACSHA256.HashData(signingKey, Encoding.UTF8.GetBytes(toSign)));
    }

    private static byte[] SigningKey(string secret, CredentialScope scope)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in new[] { scope.Day, scope.Region, scope.Service, "aws4_request" }) key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return key;
    }

    private void CheckTime(ServiceRequest request)
    {
        var isTime = DateTimeOffset.TryParseExact(
            request.Headers.GetValueOrDefault("X-Amz-Date"), "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signed);
        if (isTime && (time.GetUtcNow() - signed).Duration() <= MostSkew) return;
        throw new AccessRefusedException(
            Refusal.WrongSignature, $"Signature expired or not yet current: {request.Headers.GetValueOrDefault("X-Amz-Date")} is more than 5 min. away");
    }
}
