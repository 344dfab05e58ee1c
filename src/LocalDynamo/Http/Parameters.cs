using System.Text.Json;

namespace LocalDynamo.Http;

/// <summary>The members of a request or of a structure in it. A member that is null counts as absent, as in DynamoDB.</summary>
internal readonly struct Parameters(JsonElement json)
{
    public JsonElement Json => json;

    /// <exception cref="DynamoException">A member is not among <paramref name="supported"/>; nothing is ever ignored.</exception>
    public void RefuseAllBut(string where, params ReadOnlySpan<string> supported)
    {
        if (json.ValueKind != JsonValueKind.Object) throw DynamoException.Serialization(WireShape.Unexpected(json));
        foreach (var property in json.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null || IsAmong(property, supported)) continue;
            throw DynamoException.Validation($"LocalDynamo does not support the parameter {WireShape.Name(property)} of {where}");
        }
    }

    public JsonElement? Find(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public string? Text(string name) => Find(name) is { } value ? WireShape.Text(value) : null;

    public bool? Boolean(string name) => Find(name) is { } value ? WireShape.Boolean(value) : null;

    public long? WholeNumber(string name) => Find(name) is { } value ? WireShape.WholeNumber(value) : null;

    public Parameters? Structure(string name) => Find(name) is { } value
        ? value.ValueKind == JsonValueKind.Object ? new Parameters(value) : throw DynamoException.Serialization(WireShape.Unexpected(value))
        : null;

    /// <summary>A list of structures; null where the member is absent.</summary>
    public IReadOnlyList<Parameters>? Structures(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Array) throw DynamoException.Serialization(WireShape.Unexpected(value));
        var list = new List<Parameters>(value.GetArrayLength());
        foreach (var element in value.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Object) throw DynamoException.Serialization(WireShape.Unexpected(element));
            list.Add(new Parameters(element));
        }

        return list;
    }

    /// <summary>A list of strings; null where the member is absent.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Array) throw DynamoException.Serialization(WireShape.Unexpected(value));
        return [.. value.EnumerateArray().Select(WireShape.Text)];
    }

    private static bool IsAmong(JsonProperty property, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (property.NameEquals(name)) return true;
        }

        return false;
    }
}
