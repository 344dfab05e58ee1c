using System.Text;
using System.Text.Json;

namespace LocalDynamo.Items;

/// <summary>Text, kept as UTF-8: that is what is counted, compared and sent.</summary>
internal sealed class StringValue(byte[] utf8) : AttributeValue
{
    public byte[] Utf8 => utf8;
    public override string Type => "S";
    public override int Size => utf8.Length;
    public override bool SameAs(AttributeValue other) => other is StringValue value && utf8.AsSpan().SequenceEqual(value.Utf8);
    public override int? Compare(AttributeValue other) => other is StringValue value ? utf8.AsSpan().SequenceCompareTo(value.Utf8) : null;
    public override string ToString() => Encoding.UTF8.GetString(utf8);

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("S"u8, utf8);
        json.WriteEndObject();
    }
}

/// <summary>An exact decimal number.</summary>
internal sealed class NumberValue(DecimalNumber number) : AttributeValue
{
    public DecimalNumber Number => number;
    public override string Type => "N";
    public override int Size => number.Size;
    public override bool SameAs(AttributeValue other) => other is NumberValue value && number == value.Number;
    public override int? Compare(AttributeValue other) => other is NumberValue value ? number.CompareTo(value.Number) : null;
    public override string ToString() => number.ToString();

    public override void Write(Utf8JsonWriter json)
    {
        Span<byte> text = stackalloc byte[DecimalText.MaxLength];
        json.WriteStartObject();
        json.WriteString("N"u8, text[..DecimalText.Format(number, text)]);
        json.WriteEndObject();
    }
}

/// <summary>Bytes, base64 on the wire.</summary>
internal sealed class BinaryValue(byte[] bytes) : AttributeValue
{
    public byte[] Bytes => bytes;
    public override string Type => "B";
    public override int Size => bytes.Length;
    public override bool SameAs(AttributeValue other) => other is BinaryValue value && bytes.AsSpan().SequenceEqual(value.Bytes);
    public override int? Compare(AttributeValue other) => other is BinaryValue value ? bytes.AsSpan().SequenceCompareTo(value.Bytes) : null;
    public override string ToString() => Convert.ToBase64String(bytes);

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBase64String("B"u8, bytes);
        json.WriteEndObject();
    }
}

/// <summary>True or false.</summary>
internal sealed class BooleanValue(bool value) : AttributeValue
{
    public bool Value => value;
    public override string Type => "BOOL";
    public override int Size => 1;
    public override bool SameAs(AttributeValue other) => other is BooleanValue boolean && boolean.Value == value;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("BOOL"u8, value);
        json.WriteEndObject();
    }
}

/// <summary>The null value.</summary>
internal sealed class NullValue : AttributeValue
{
    public override string Type => "NULL";
    public override int Size => 1;
    public override bool SameAs(AttributeValue other) => other is NullValue;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("NULL"u8, value: true);
        json.WriteEndObject();
    }
}
