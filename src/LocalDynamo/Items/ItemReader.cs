using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using LocalDynamo.Http;

namespace LocalDynamo.Items;

/// <summary>Reads attribute values out of a request's JSON, with DynamoDB's checks and messages.</summary>
internal sealed class ItemReader(NamePool names)
{
    /// <summary>Lists and maps may be nested this deep in an attribute; with the item itself that makes DynamoDB's 32 levels.</summary>
    public const int MaxDepth = 31;

    private const string TooDeep =
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit";

    /// <exception cref="DynamoException">The JSON has another shape, or a value is not allowed.</exception>
    public AttributeMap ReadMap(JsonElement json, int depth = 0)
    {
        if (json.ValueKind != JsonValueKind.Object) throw DynamoException.Serialization(WireShape.Unexpected(json));
        var map = new AttributeMap(json.GetPropertyCount());
        foreach (var property in json.EnumerateObject())
        {
            var name = NameOf(property);
            if (name.Length == 0) throw DynamoException.Validation("Empty attribute name");
            map.Set(name, ReadValue(property.Value, depth));
        }

        return map;
    }

    /// <exception cref="DynamoException">The JSON has another shape, or the value is not allowed.</exception>
    public AttributeValue ReadValue(JsonElement json, int depth = 0)
    {
        if (json.ValueKind == JsonValueKind.Null) throw DynamoException.Validation(Empty);
        if (json.ValueKind != JsonValueKind.Object) throw DynamoException.Serialization(WireShape.Unexpected(json));
        AttributeValue? value = null;
        foreach (var property in json.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null) continue;
            if (value is not null) throw DynamoException.Validation(MoreThanOne);
            value = ReadTyped(NameOf(property), property.Value, depth);
        }

        return value ?? throw DynamoException.Validation(Empty);
    }

    public string NameOf(JsonProperty property)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        return raw.Contains((byte)'\\') ? WireShape.Name(property) : names.Get(raw);
    }

    private const string Empty = "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
    private const string MoreThanOne =
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes";
    private const string NullMustBeTrue =
        "One or more parameter values were invalid: Null attribute value types must have the value of true";

    private AttributeValue ReadTyped(string type, JsonElement json, int depth) => type switch
    {
        "S" => new StringValue(Utf8Of(json)),
        "N" => new NumberValue(DecimalText.Parse(Utf8Of(json))),
        "B" => new BinaryValue(BytesOf(json)),
        "BOOL" => new BooleanValue(WireShape.Boolean(json)),
        "NULL" => WireShape.Boolean(json) ? new NullValue() : throw DynamoException.Validation(NullMustBeTrue),
        "SS" or "NS" or "BS" => SetReader.Read(type, json),
        "L" or "M" when depth >= MaxDepth => throw DynamoException.Validation(TooDeep),
        "L" => ReadList(json, depth),
        "M" => new MapValue(ReadMap(json, depth + 1)),
        _ => throw DynamoException.Validation(Empty),
    };

    private ListValue ReadList(JsonElement json, int depth)
    {
        if (json.ValueKind != JsonValueKind.Array) throw DynamoException.Serialization(WireShape.Unexpected(json));
        var elements = new List<AttributeValue>(json.GetArrayLength());
        foreach (var element in json.EnumerateArray()) elements.Add(ReadValue(element, depth + 1));
        return new ListValue(elements);
    }

    /// <summary>A JSON string's text in UTF-8.</summary>
    internal static byte[] Utf8Of(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String) throw DynamoException.Serialization(WireShape.Unexpected(json));
        var raw = JsonMarshal.GetRawUtf8Value(json)[1..^1];
        return raw.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(WireShape.Text(json)) : raw.ToArray();
    }

    internal static byte[] BytesOf(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String) throw DynamoException.Serialization(WireShape.Unexpected(json));
        return json.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : throw DynamoException.Serialization("Base64 encoded length is expected a multiple of 4 bytes but found: "
                + WireShape.Text(json).Length);
    }
}
