using System.Buffers;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace LoadTest.Items.Templates;

/// <summary>A template's attributes as the official client takes them: read back from the JSON, so that both clients send the same.</summary>
internal static class TemplateAttributes
{
    /// <summary>The attributes of an item.</summary>
    public static IEnumerable<(string Name, AttributeValue Value)> Of(ItemTemplate template, TemplateSeed seed)
    {
        if (template.Names.Count == 0) return [];
        var json = new ArrayBufferWriter<byte>();
        json.Write("{"u8);
        template.WriteMembers(seed, json);
        json.Write("}"u8);
        using var document = JsonDocument.Parse(json.WrittenMemory, new JsonDocumentOptions { AllowTrailingCommas = true });
        return [.. document.RootElement.EnumerateObject().Select(member => (member.Name, ValueOf(member.Value)))];
    }

    private static AttributeValue ValueOf(JsonElement element)
    {
        var typed = element.EnumerateObject().Single();
        return typed.Name switch
        {
            "S" => new AttributeValue { S = typed.Value.GetString() },
            "N" => new AttributeValue { N = typed.Value.GetString() },
            "BOOL" => new AttributeValue { BOOL = typed.Value.GetBoolean() },
            "NULL" => new AttributeValue { NULL = true },
            "L" => new AttributeValue { L = [.. typed.Value.EnumerateArray().Select(ValueOf)] },
            _ => new AttributeValue { M = typed.Value.EnumerateObject().ToDictionary(member => member.Name, member => ValueOf(member.Value)) },
        };
    }
}
