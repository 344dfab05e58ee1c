using System.Buffers;
using System.Globalization;
using System.Text;
using LoadTest.Engine.Execution;
using LoadTest.Items.Templates;

namespace LoadTest.Items;

/// <summary>
/// Makes the test items: keys, a payload and a timestamp, all decided by the run's id, the seed and the item's number; and, once an item is
/// updated, by the number of the update too, which its attribute <c>revision</c> then holds.
/// </summary>
public sealed class ItemGenerator
{
    /// <summary>The table's partition key.</summary>
    public const string KeyName = TableKeys.PartitionKey;

    /// <summary>The attribute that fills the item.</summary>
    public const string PayloadName = "payload";

    /// <summary>The attribute with the run's start, in milliseconds since 1970.</summary>
    public const string TimestampName = "timestamp";

    /// <summary>The attribute with the number of the update that wrote the payload; an item that was never updated has none.</summary>
    public const string RevisionName = "revision";

    /// <summary>The attribute that counts an item's updates; an item that was never updated has none.</summary>
    public const string UpdatesName = "updates";

    // A number of twenty digits.
    private const int MostNumberBytes = 11;

    /// <summary>What revision and updates add to an item at the most: by so much is an updated payload shorter.</summary>
    public static readonly int RoomForUpdates = RevisionName.Length + UpdatesName.Length + 2 * MostNumberBytes;

    // A kilobyte and more is no burden for a thread's stack; larger payloads are made there only for requests of the official client.
    private const int MostOnStack = 2048;

    // Payloads are drawn by the revision, which is never below zero.
    private const long SizeStream = -1;

    private readonly KeyText _keys;
    private readonly long _seed;
    private readonly int _sizeOfFrame;
    private readonly ItemSizes _sizes;

    /// <summary>Makes the items of this form.</summary>
    public ItemGenerator(ItemForm form)
    {
        _keys = new KeyText(form);
        _seed = form.Seed;
        _sizes = form.Sizes;
        Template = form.Template;
        Keys = form.Keys;
        Prefix = form.RunId + "#";
        Timestamp = form.StartedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        _sizeOfFrame = SizeOfFrame();
    }

    /// <summary>Items with a partition key alone.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="seed">The seed of the payloads.</param>
    /// <param name="itemSize">The size of a whole item as DynamoDB counts it, in bytes.</param>
    /// <param name="startedAt">The timestamp of every item.</param>
    public ItemGenerator(string runId, long seed, int itemSize, DateTimeOffset startedAt)
        : this(new ItemForm { RunId = runId, Seed = seed, Sizes = new FixedSizes(itemSize), StartedAt = startedAt })
    {
    }

    /// <summary>What the table is keyed by.</summary>
    public TableKeys Keys { get; }

    /// <summary>The attributes that items have besides keys and payload.</summary>
    public ItemTemplate Template { get; }

    /// <summary>What every partition key of the run begins with.</summary>
    public string Prefix { get; }

    /// <summary>A number that tells the run from others, made of its id and seed.</summary>
    public long RunMark => Prefix.Aggregate(_seed, (mark, character) => (long)SplitMix.Bits(mark, character));

    /// <summary>The value of <see cref="TimestampName"/>.</summary>
    public string Timestamp { get; }

    /// <summary>The size of a new item as DynamoDB counts it, in bytes.</summary>
    public int SizeOf(long ordinal) => SizeWithoutPayload(ordinal) + PayloadLength(ordinal, revision: 0);

    /// <summary>The write units of a new item, where no index is written with it: one for each KiB, begun ones counted whole.</summary>
    public double WriteUnitsOf(long ordinal) => Math.Ceiling(SizeOf(ordinal) / 1024.0);

    /// <summary>The partition key of an item.</summary>
    public string Key(Phase phase, long ordinal) => KeyText(KeyRole.Partition, phase, ordinal);

    /// <summary>A key of an item.</summary>
    public string KeyText(KeyRole role, Phase phase, long ordinal) => _keys.Of(role, phase, ordinal);

    /// <summary>Writes <see cref="KeyText"/> in UTF-8.</summary>
    public void WriteKeyText(KeyRole role, Phase phase, long ordinal, IBufferWriter<byte> destination) =>
        _keys.Write(role, phase, ordinal, destination);

    /// <summary>Reads the number back from an item's key; below zero it stands for one that is never written.</summary>
    public bool TryReadOrdinal(Phase phase, ReadOnlySpan<byte> partition, ReadOnlySpan<byte> sort, out long ordinal) =>
        _keys.TryRead(phase, partition, sort, out ordinal);

    /// <summary>The same for texts; a table without a sort key has no text for it.</summary>
    public bool TryReadOrdinal(Phase phase, string partition, string? sort, out long ordinal) =>
        TryReadOrdinal(phase, Encoding.UTF8.GetBytes(partition), Encoding.UTF8.GetBytes(sort ?? ""), out ordinal);

    /// <summary>The payload of an item: of a new one, or, with the number of the update, of an updated one.</summary>
    public string Payload(long ordinal, long revision = 0) =>
        string.Create(PayloadLength(ordinal, revision), SplitMix.Bits(_seed, ordinal, revision), static (text, state) =>
        {
            Span<byte> characters = text.Length <= MostOnStack ? stackalloc byte[text.Length] : new byte[text.Length];
            RandomText.Fill(characters, state);
            Encoding.ASCII.GetChars(characters, text);
        });

    /// <summary>Writes <see cref="Payload"/> in UTF-8; no character of it needs an escape in JSON.</summary>
    public void WritePayload(long ordinal, IBufferWriter<byte> destination, long revision = 0)
    {
        var length = PayloadLength(ordinal, revision);
        RandomText.Fill(destination.GetSpan(length)[..length], SplitMix.Bits(_seed, ordinal, revision));
        destination.Advance(length);
    }

    /// <summary>What decides the template's placeholders of an item.</summary>
    public TemplateSeed TemplateSeedOf(long ordinal) => new(_seed, ordinal);

    /// <summary>What an item takes at the most beside its payload, in bytes.</summary>
    public int MostWithoutPayload => _sizeOfFrame + Template.MostBytes;

    private int PayloadLength(long ordinal, long revision) =>
        Math.Max(1, _sizes.Of(SplitMix.Bits(_seed, ordinal, SizeStream)) - SizeWithoutPayload(ordinal) - (revision > 0 ? RoomForUpdates : 0));

    private int SizeWithoutPayload(long ordinal) => _sizeOfFrame + Template.SizeOf(TemplateSeedOf(ordinal));

    // Names and strings count their UTF-8 bytes.
    private int SizeOfFrame() =>
        Keys.All.Sum(name => name.Length + _keys.Length(Keys.RoleOf(name))) + PayloadName.Length + TimestampName.Length + NumberSize.Of(Encoding.UTF8.GetBytes(Timestamp));
}
