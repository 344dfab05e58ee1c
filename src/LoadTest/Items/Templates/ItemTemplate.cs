using System.Buffers;
using System.Text.Json;

namespace LoadTest.Items.Templates;

/// <summary>
/// Attributes that every item has besides its keys and its payload: a JSON object whose texts may hold placeholders, which the item's number and the
/// seed fill in. Safe for all threads.
/// </summary>
public sealed class ItemTemplate
{
    private readonly (byte[] Before, int NameBytes, TemplateValue Value)[] _attributes;

    internal ItemTemplate(IEnumerable<(string Name, TemplateValue Value)> attributes)
    {
        Names = [.. attributes.Select(attribute => attribute.Name)];
        _attributes =
        [
            .. attributes.Select(attribute => (
                ItemJson.Utf8($"\"{JsonEncodedText.Encode(attribute.Name)}\":"), System.Text.Encoding.UTF8.GetByteCount(attribute.Name), attribute.Value)),
        ];
    }

    /// <summary>No attributes.</summary>
    public static ItemTemplate None { get; } = new([]);

    /// <summary>The attributes' names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What an item's attributes add to its size at the most.</summary>
    public int MostBytes => _attributes.Sum(attribute => attribute.NameBytes + attribute.Value.MostBytes);

    /// <summary>What an item's attributes add to its size as DynamoDB counts it, in bytes.</summary>
    public int SizeOf(TemplateSeed seed)
    {
        var size = 0;
        foreach (var (_, nameBytes, value) in _attributes) size += nameBytes + value.SizeOf(seed);
        return size;
    }

    /// <summary>Writes the attributes as members of DynamoDB's JSON, each with a comma behind it. Allocates nothing.</summary>
    public void WriteMembers(TemplateSeed seed, IBufferWriter<byte> json)
    {
        foreach (var (before, _, value) in _attributes)
        {
            json.Write(before);
            value.Write(seed, json);
            json.Write(","u8);
        }
    }
}

/// <summary>What decides the placeholders of an item: the run's seed and the item's number.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Ordinal">The item's number.</param>
public readonly record struct TemplateSeed(long Seed, long Ordinal)
{
    // Apart from all that else is drawn for an item.
    private const long Streams = 1L << 40;

    /// <summary>64 evenly distributed bits for a placeholder.</summary>
    public ulong Bits(int placeholder) => SplitMix.Bits(Seed, Ordinal, Streams + placeholder);
}
