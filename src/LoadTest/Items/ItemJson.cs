using System.Buffers;
using System.Text;
using System.Text.Json;
using LoadTest.Engine.Execution;

namespace LoadTest.Items;

/// <summary>
/// Writes keys and items as DynamoDB's JSON, in UTF-8, out of pieces that were encoded once. Allocates nothing; safe for all threads.
/// </summary>
public sealed class ItemJson
{
    private readonly ItemGenerator _items;
    private readonly (KeyRole Role, byte[] Before)[] _key;
    private readonly (KeyRole Role, byte[] Before)[] _keys;
    private readonly byte[] _afterKey = "\"}}"u8.ToArray();
    private readonly byte[] _beforeMembers = "\"},"u8.ToArray();
    private readonly byte[] _beforePayload = Utf8($"\"{ItemGenerator.PayloadName}\":{{\"S\":\"");
    private readonly byte[] _afterPayload;

    /// <summary>Encodes the pieces for these items.</summary>
    public ItemJson(ItemGenerator items)
    {
        _items = items;
        _key = [.. Pieces(items.Keys, items.Keys.OfTable)];
        _keys = [.. Pieces(items.Keys, items.Keys.All)];
        _afterPayload = Utf8("\"" + $$$"""},"{{{ItemGenerator.TimestampName}}}":{"N":"{{{items.Timestamp}}}"}}""");
    }

    /// <summary>Writes the key of an item as an object.</summary>
    public void WriteKey(Phase phase, long ordinal, IBufferWriter<byte> json)
    {
        WriteKeys(_key, phase, ordinal, json);
        json.Write(_afterKey);
    }

    /// <summary>Writes a whole new item as an object.</summary>
    public void WriteItem(Phase phase, long ordinal, IBufferWriter<byte> json)
    {
        WriteKeys(_keys, phase, ordinal, json);
        json.Write(_beforeMembers);
        _items.Template.WriteMembers(_items.TemplateSeedOf(ordinal), json);
        json.Write(_beforePayload);
        _items.WritePayload(ordinal, json);
        json.Write(_afterPayload);
    }


    /// <summary>The UTF-8 bytes of a text.</summary>
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private void WriteKeys((KeyRole Role, byte[] Before)[] keys, Phase phase, long ordinal, IBufferWriter<byte> json)
    {
        foreach (var (role, before) in keys)
        {
            json.Write(before);
            _items.WriteKeyText(role, phase, ordinal, json);
        }
    }

    // Each piece closes the value before it.
    private static IEnumerable<(KeyRole Role, byte[] Before)> Pieces(TableKeys keys, IReadOnlyList<string> names) =>
        names.Select((name, i) => (keys.RoleOf(name), Utf8($$$"""{{{(i == 0 ? "{" : "\"},")}}}"{{{JsonEncodedText.Encode(name)}}}":{"S":""" + "\"")));
}
