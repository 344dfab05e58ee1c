using System.Buffers;
using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text;
using LoadTest.Engine.Execution;

namespace LoadTest.Operations;

/// <summary>
/// Makes the test items: a key <c>pk</c>, a payload and a timestamp, all decided by the run's id, the seed and the item's number.
/// </summary>
/// <param name="runId">The run's id: every key begins with it, so a run's items are told from all others.</param>
/// <param name="seed">The seed of the payloads.</param>
/// <param name="itemSize">The size of a whole item as DynamoDB counts it, in bytes.</param>
/// <param name="startedAt">The timestamp of every item: the run's start.</param>
public sealed class ItemGenerator(string runId, long seed, int itemSize, DateTimeOffset startedAt)
{
    /// <summary>The table's partition key.</summary>
    public const string KeyName = "pk";

    /// <summary>The attribute that fills the item.</summary>
    public const string PayloadName = "payload";

    /// <summary>The attribute with the run's start, in milliseconds since 1970.</summary>
    public const string TimestampName = "timestamp";

    // A kilobyte and more is no burden for a thread's stack; larger payloads are made there only for requests of the official client.
    private const int MostOnStack = 2048;
    private const string WarmUpMark = "w";

    private readonly byte[] _prefix = Encoding.UTF8.GetBytes(runId + "#");
    private readonly byte[] _warmUpPrefix = Encoding.UTF8.GetBytes(runId + "#" + WarmUpMark);
    private readonly int _payloadLength = Math.Max(1, itemSize - SizeWithoutPayload(runId, startedAt));

    /// <summary>What every key of the run begins with.</summary>
    public string Prefix { get; } = runId + "#";

    /// <summary>The value of <see cref="TimestampName"/>.</summary>
    public string Timestamp { get; } = startedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>The key of an item; the warm-up's keys are apart from the measured ones.</summary>
    public string Key(Phase phase, long ordinal) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{(phase == Phase.WarmUp ? WarmUpMark : "")}{ordinal:D12}");

    /// <summary>Reads the number back from a key of the measured part; false for the warm-up's keys and those of others.</summary>
    public bool TryReadOrdinal(string key, out long ordinal)
    {
        ordinal = 0;
        return key.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(key.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out ordinal);
    }

    /// <summary>Writes <see cref="Key"/> in UTF-8.</summary>
    public void WriteKey(Phase phase, long ordinal, IBufferWriter<byte> destination)
    {
        const int mostDigits = 20;
        var start = phase == Phase.WarmUp ? _warmUpPrefix : _prefix;
        var free = destination.GetSpan(start.Length + mostDigits);
        start.CopyTo(free);
        ordinal.TryFormat(free[start.Length..], out var digits, "D12", CultureInfo.InvariantCulture);
        destination.Advance(start.Length + digits);
    }

    /// <summary>The payload of an item.</summary>
    public string Payload(long ordinal) => string.Create(_payloadLength, SplitMix.Bits(seed, ordinal), static (text, state) =>
    {
        Span<byte> characters = text.Length <= MostOnStack ? stackalloc byte[text.Length] : new byte[text.Length];
        Fill(characters, state);
        Encoding.ASCII.GetChars(characters, text);
    });

    /// <summary>Writes <see cref="Payload"/> in UTF-8; no character of it needs an escape in JSON.</summary>
    public void WritePayload(long ordinal, IBufferWriter<byte> destination)
    {
        Fill(destination.GetSpan(_payloadLength)[.._payloadLength], SplitMix.Bits(seed, ordinal));
        destination.Advance(_payloadLength);
    }

    // Each draw of 64 bits gives eight characters; two draws are turned into characters at once, as this is a good part of what an item costs.
    private static void Fill(Span<byte> text, ulong state)
    {
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

    // Names and strings count their UTF-8 bytes; a number counts a byte for two of its digits, and one more.
    private static int SizeWithoutPayload(string runId, DateTimeOffset startedAt)
    {
        const int ordinalDigits = 12;
        var key = KeyName.Length + runId.Length + 1 + ordinalDigits;
        var digits = startedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture).TrimEnd('0').Length;
        return key + PayloadName.Length + TimestampName.Length + (digits + 1) / 2 + 1;
    }
}
