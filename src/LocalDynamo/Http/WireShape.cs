using System.Text.Json;

namespace LocalDynamo.Http;

/// <summary>Reads JSON scalars of the kind that the protocol's model says; anything else is a SerializationException.</summary>
internal static class WireShape
{
    public static bool Boolean(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw DynamoException.Serialization(Unexpected(json)),
    };

    public static string Text(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String) throw DynamoException.Serialization(Unexpected(json));
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw DynamoException.Serialization("A string holds half of a surrogate pair");
        }
    }

    /// <summary>The name of a member, with the same care.</summary>
    public static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw DynamoException.Serialization("A name holds half of a surrogate pair");
        }
    }

    public static long WholeNumber(JsonElement json) => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var value)
        ? value
        : throw DynamoException.Serialization(Unexpected(json));

    public static string Unexpected(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "Start of structure or map found where not expected",
        JsonValueKind.Array => "Unexpected collection type",
        JsonValueKind.String => "STRING_VALUE cannot be converted to the expected type",
        JsonValueKind.Number => "NUMBER_VALUE cannot be converted to the expected type",
        JsonValueKind.True => "TRUE_VALUE cannot be converted to the expected type",
        JsonValueKind.False => "FALSE_VALUE cannot be converted to the expected type",
        _ => "Unexpected value type in payload",
    };
}
