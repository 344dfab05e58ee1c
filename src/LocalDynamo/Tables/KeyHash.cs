using LocalDynamo.Items;

namespace LocalDynamo.Tables;

/// <summary>
/// Spreads partition keys over the whole 64-bit range, the same in every run: FNV-1a, then the finaliser of MurmurHash3, so that keys
/// that count upwards spread too.
/// </summary>
internal static class KeyHash
{
    public static ulong Of(AttributeValue key)
    {
        if (key is StringValue s) return Of(s.Utf8);
        if (key is BinaryValue b) return Of(b.Bytes);
        Span<byte> text = stackalloc byte[DecimalText.MaxLength];
        return key is NumberValue n ? Of(text[..DecimalText.Format(n.Number, text)]) : 0;
    }

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in bytes) hash = (hash ^ b) * 1099511628211UL;
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return hash ^ (hash >> 33);
    }

    /// <summary>Which of <paramref name="count"/> equal ranges of the hash a key falls into.</summary>
    public static int RangeOf(ulong hash, int count) => (int)Math.BigMul(hash, (ulong)count, out _);
}
