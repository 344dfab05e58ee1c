using System.Globalization;
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

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const int CharactersPerDraw = 10;
    private const string WarmUpMark = "w";

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

    /// <summary>The payload of an item.</summary>
    public string Payload(long ordinal) => string.Create(_payloadLength, SplitMix.Bits(seed, ordinal), static (text, state) =>
    {
        for (var i = 0; i < text.Length; i += CharactersPerDraw)
        {
            var bits = SplitMix.Mix(state += SplitMix.Step);
            for (var j = i; j < Math.Min(i + CharactersPerDraw, text.Length); j++, bits >>= 6) text[j] = Alphabet[(int)(bits & 63)];
        }
    });

    // Names and strings count their UTF-8 bytes; a number counts a byte for two of its digits, and one more.
    private static int SizeWithoutPayload(string runId, DateTimeOffset startedAt)
    {
        const int ordinalDigits = 12;
        var key = KeyName.Length + runId.Length + 1 + ordinalDigits;
        var digits = startedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture).TrimEnd('0').Length;
        return key + PayloadName.Length + TimestampName.Length + (digits + 1) / 2 + 1;
    }
}
