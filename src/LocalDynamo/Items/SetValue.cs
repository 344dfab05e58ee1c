using System.Text.Json;

namespace LocalDynamo.Items;

/// <summary>A set of strings, numbers or binaries (<c>SS</c>, <c>NS</c>, <c>BS</c>): never empty, no element twice.</summary>
internal sealed class SetValue(string type, IReadOnlyList<AttributeValue> elements) : AttributeValue
{
    public IReadOnlyList<AttributeValue> Elements => elements;

    public override string Type => type;

    public override int Size { get; } = elements.Sum(element => element.Size);

    public bool Contains(AttributeValue value) => elements.Any(value.SameAs);

    public override bool SameAs(AttributeValue other) =>
        other is SetValue set && set.Type == type && set.Elements.Count == elements.Count && elements.All(set.Contains);

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray(type);
        Span<byte> text = stackalloc byte[DecimalText.MaxLength];
        foreach (var element in elements)
        {
            if (element is StringValue s) json.WriteStringValue(s.Utf8);
            else if (element is NumberValue n) json.WriteStringValue(text[..DecimalText.Format(n.Number, text)]);
            else if (element is BinaryValue b) json.WriteBase64StringValue(b.Bytes);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
