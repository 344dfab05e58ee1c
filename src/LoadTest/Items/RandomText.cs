using System.Runtime.Intrinsics;

namespace LoadTest.Items;

/// <summary>Text of letters, digits, hyphens and underscores, a pure function of 64 bits: none of it needs an escape in JSON.</summary>
internal static class RandomText
{
    /// <summary>Fills a span.</summary>
    public static void Fill(Span<byte> text, ulong state)
    {
        // Each draw of 64 bits gives eight characters; two draws are turned into characters at once, as this is a good part of what an item costs.
        while (text.Length >= Vector128<byte>.Count)
        {
            Characters(ref state).CopyTo(text);
            text = text[Vector128<byte>.Count..];
        }

        Span<byte> last = stackalloc byte[Vector128<byte>.Count];
        Characters(ref state).CopyTo(last);
        last[..text.Length].CopyTo(text);
    }

    // Six bits of each byte choose one of A-Z, a-z, 0-9, - and _: each step corrects the distance to the character from where its range begins.
    private static Vector128<byte> Characters(ref ulong state)
    {
        var first = SplitMix.Mix(state += SplitMix.Step);
        var second = SplitMix.Mix(state += SplitMix.Step);
        var bits = Vector128.Create(first, second).AsByte() & Vector128.Create((byte)63);
        var distance = Vector128.Create((byte)'A')
            + (Vector128.GreaterThan(bits, Vector128.Create((byte)25)) & Vector128.Create((byte)('a' - 'Z' - 1)))
            - (Vector128.GreaterThan(bits, Vector128.Create((byte)51)) & Vector128.Create((byte)('z' + 1 - '0')))
            - (Vector128.GreaterThan(bits, Vector128.Create((byte)61)) & Vector128.Create((byte)('9' + 1 - '-')))
            + (Vector128.GreaterThan(bits, Vector128.Create((byte)62)) & Vector128.Create((byte)('_' - '-' - 1)));
        return bits + distance;
    }
}
