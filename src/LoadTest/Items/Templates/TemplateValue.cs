using System.Buffers;
using System.Text;
using System.Text.Json;

namespace LoadTest.Items.Templates;

/// <summary>A value of a template. Safe for all threads.</summary>
internal abstract class TemplateValue
{
    /// <summary>Its size at the most.</summary>
    public abstract int MostBytes { get; }

    /// <summary>Its size as DynamoDB counts it, in bytes.</summary>
    public abstract int SizeOf(TemplateSeed seed);

    /// <summary>Writes it as DynamoDB's JSON, with its type.</summary>
    public abstract void Write(TemplateSeed seed, IBufferWriter<byte> json);
}

/// <summary>A value without a placeholder.</summary>
internal sealed class ConstantValue(string type, string json, int size) : TemplateValue
{
    private readonly byte[] _json = ItemJson.Utf8($$"""{"{{type}}":{{json}}}""");

    public override int MostBytes => size;

    public override int SizeOf(TemplateSeed seed) => size;

    public override void Write(TemplateSeed seed, IBufferWriter<byte> json) => json.Write(_json);
}

/// <summary>A text of constant parts with placeholders between them, or one placeholder alone, whose type is then the value's.</summary>
internal sealed class FilledValue : TemplateValue
{
    private readonly (byte[] Json, int Bytes)[] _texts;
    private readonly Placeholder[] _placeholders;
    private readonly byte[] _start;
    private readonly byte[] _end;
    private readonly bool _isNumber;

    /// <param name="texts">The constant parts; one more than the placeholders.</param>
    /// <param name="placeholders">The placeholders.</param>
    public FilledValue(IReadOnlyList<string> texts, IReadOnlyList<Placeholder> placeholders)
    {
        _texts = [.. texts.Select(text => (ItemJson.Utf8(JsonEncodedText.Encode(text).Value), Encoding.UTF8.GetByteCount(text)))];
        _placeholders = [.. placeholders];
        _isNumber = placeholders.Count == 1 && placeholders[0].IsNumber && texts.All(text => text.Length == 0);
        _start = ItemJson.Utf8(_isNumber ? "{\"N\":\"" : "{\"S\":\"");
        _end = "\"}"u8.ToArray();
    }

    public override int MostBytes => _texts.Sum(text => text.Bytes) + _placeholders.Sum(placeholder => placeholder.MostLength);

    public override int SizeOf(TemplateSeed seed)
    {
        if (_isNumber) return _placeholders[0].NumberSizeOf(seed);
        var size = 0;
        foreach (var (_, bytes) in _texts) size += bytes;
        foreach (var placeholder in _placeholders) size += placeholder.LengthOf(seed);
        return size;
    }

    public override void Write(TemplateSeed seed, IBufferWriter<byte> json)
    {
        json.Write(_start);
        for (var i = 0; i < _placeholders.Length; i++)
        {
            json.Write(_texts[i].Json);
            _placeholders[i].Write(seed, json);
        }

        json.Write(_texts[^1].Json);
        json.Write(_end);
    }
}

/// <summary>A list.</summary>
internal sealed class ListValue(IReadOnlyList<TemplateValue> values) : TemplateValue
{
    public const int OwnBytes = 3;
    public const int BytesPerEntry = 1;

    private readonly TemplateValue[] _values = [.. values];

    public override int MostBytes => OwnBytes + _values.Sum(value => BytesPerEntry + value.MostBytes);

    public override int SizeOf(TemplateSeed seed)
    {
        var size = OwnBytes + BytesPerEntry * _values.Length;
        foreach (var value in _values) size += value.SizeOf(seed);
        return size;
    }

    public override void Write(TemplateSeed seed, IBufferWriter<byte> json)
    {
        json.Write("{\"L\":["u8);
        for (var i = 0; i < _values.Length; i++)
        {
            if (i > 0) json.Write(","u8);
            _values[i].Write(seed, json);
        }

        json.Write("]}"u8);
    }
}

/// <summary>A map.</summary>
internal sealed class MapValue(IReadOnlyList<(string Name, TemplateValue Value)> entries) : TemplateValue
{
    private readonly (byte[] Before, int NameBytes, TemplateValue Value)[] _entries =
    [
        .. entries.Select((entry, i) => (
            ItemJson.Utf8($"{(i > 0 ? "," : "")}\"{JsonEncodedText.Encode(entry.Name)}\":"), Encoding.UTF8.GetByteCount(entry.Name), entry.Value)),
    ];

    public override int MostBytes => ListValue.OwnBytes + _entries.Sum(entry => ListValue.BytesPerEntry + entry.NameBytes + entry.Value.MostBytes);

    public override int SizeOf(TemplateSeed seed)
    {
        var size = ListValue.OwnBytes + ListValue.BytesPerEntry * _entries.Length;
        foreach (var (_, nameBytes, value) in _entries) size += nameBytes + value.SizeOf(seed);
        return size;
    }

    public override void Write(TemplateSeed seed, IBufferWriter<byte> json)
    {
        json.Write("{\"M\":{"u8);
        foreach (var (before, _, value) in _entries)
        {
            json.Write(before);
            value.Write(seed, json);
        }

        json.Write("}}"u8);
    }
}
