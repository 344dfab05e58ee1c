using System.Globalization;
using System.Security.Cryptography;
using LoadTest.Wire.Http;

namespace LoadTest.Wire.Signing;

/// <summary>
/// Writes the signed head of a request in front of its body (Signature Version 4). Allocates only when the credentials or the day change.
/// One for each lane: used by one thread at a time.
/// </summary>
public sealed class RequestSigner : IDisposable
{
    private readonly IncrementalHash _sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _time = new byte[RequestForm.TimeWidth];
    private byte[] _scratch = new byte[2048];
    private IncrementalHash? _hmac;
    private SigningScope? _scope;
    private long _second = -1;

    /// <summary>Signs the body that the buffer holds, and gives the whole request.</summary>
    /// <param name="form">The operation's form, for the day of <paramref name="now"/>.</param>
    /// <param name="now">The time in UTC, as the server sees it.</param>
    /// <param name="buffer">A buffer that was begun with room for the form's head, and holds the body.</param>
    public ReadOnlyMemory<byte> Sign(RequestForm form, DateTimeOffset now, RequestBuffer buffer)
    {
        SetTime(now);
        SetScope(form.Scope);
        Span<byte> bodyHash = stackalloc byte[RequestForm.HashWidth];
        Span<byte> signature = stackalloc byte[RequestForm.HashWidth];
        Hash(_sha, buffer.Body, bodyHash);
        Signature(form, bodyHash, signature);
        return WriteHead(form, buffer, bodyHash, signature);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _sha.Dispose();
        _hmac?.Dispose();
    }

    private void Signature(RequestForm form, ReadOnlySpan<byte> bodyHash, Span<byte> signature)
    {
        var canonical = Scratch(form.Canonical);
        bodyHash.CopyTo(canonical[form.HashInCanonical..]);
        _time.CopyTo(canonical[form.TimeInCanonical..]);
        bodyHash.CopyTo(canonical[^RequestForm.HashWidth..]);
        Span<byte> canonicalHash = stackalloc byte[RequestForm.HashWidth];
        Hash(_sha, canonical, canonicalHash);

        var toSign = Scratch(form.ToSign);
        _time.CopyTo(toSign[form.TimeInToSign..]);
        canonicalHash.CopyTo(toSign[^RequestForm.HashWidth..]);
        Hash(_hmac!, toSign, signature);
    }

    private ReadOnlyMemory<byte> WriteHead(RequestForm form, RequestBuffer buffer, ReadOnlySpan<byte> bodyHash, ReadOnlySpan<byte> signature)
    {
        Span<byte> digits = stackalloc byte[10];
        buffer.Body.Length.TryFormat(digits, out var count, default, CultureInfo.InvariantCulture);
        var length = form.Head.Length + count + 4;
        var head = buffer.Head(length);
        form.Head.CopyTo(head);
        _time.CopyTo(head[form.TimeInHead..]);
        bodyHash.CopyTo(head[form.HashInHead..]);
        signature.CopyTo(head[form.SignatureInHead..]);
        digits[..count].CopyTo(head[form.Head.Length..]);
        "\r\n\r\n"u8.CopyTo(head[^4..]);
        return buffer.Request(length);
    }

    private static void Hash(IncrementalHash hash, ReadOnlySpan<byte> data, Span<byte> hexadecimal)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        hash.AppendData(data);
        hash.GetHashAndReset(bytes);
        Convert.TryToHexStringLower(bytes, hexadecimal, out _);
    }

    private Span<byte> Scratch(byte[] template)
    {
        if (_scratch.Length < template.Length) _scratch = new byte[template.Length * 2];
        template.CopyTo(_scratch, 0);
        return _scratch.AsSpan(0, template.Length);
    }

    private void SetTime(DateTimeOffset now)
    {
        var second = now.UtcTicks / TimeSpan.TicksPerSecond;
        if (second == _second) return;
        now.UtcDateTime.TryFormat(_time, out _, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        _second = second;
    }

    private void SetScope(SigningScope scope)
    {
        if (ReferenceEquals(scope, _scope)) return;
        _hmac?.Dispose();
        _hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, scope.Key);
        _scope = scope;
    }
}
