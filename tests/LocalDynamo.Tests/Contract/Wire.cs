using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>Makes the SDK's attribute values of JSON as it goes over the wire, <c>{"n": {"N": "5"}}</c>.</summary>
internal static class Wire
{
    public static Dictionary<string, AttributeValue> Map(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 200 });
        return Map(document.RootElement);
    }

    /// <summary>Names for placeholders: <c>{"#a": "name"}</c>.</summary>
    public static Dictionary<string, string> Names(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString()!);
    }

    private static Dictionary<string, AttributeValue> Map(JsonElement json) =>
        json.EnumerateObject().ToDictionary(property => property.Name, property => Value(property.Value));

    private static AttributeValue Value(JsonElement json)
    {
        var value = new AttributeValue();
        foreach (var member in json.EnumerateObject()) Set(value, member.Name, member.Value);
        return value;
    }

    private static void Set(AttributeValue value, string type, JsonElement json)
    {
        switch (type)
        {
            case "S": value.S = json.GetString(); break;
            case "N": value.N = json.GetString(); break;
            case "B": value.B = new MemoryStream(json.GetBytesFromBase64()); break;
            case "BOOL": value.BOOL = json.GetBoolean(); break;
            case "NULL": value.NULL = json.GetBoolean(); break;
            case "SS": value.SS = [.. json.EnumerateArray().Select(element => element.GetString())]; break;
            case "NS": value.NS = [.. json.EnumerateArray().Select(element => element.GetString())]; break;
            case "BS": value.BS = [.. json.EnumerateArray().Select(element => new MemoryStream(element.GetBytesFromBase64()))]; break;
            case "L": value.L = [.. json.EnumerateArray().Select(Value)]; break;
            case "M": value.M = Map(json); break;
            default: throw new ArgumentException($"No type {type}.", nameof(type));
        }
    }
}
