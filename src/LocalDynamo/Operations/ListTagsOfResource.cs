using System.Text.Json;
using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>ListTagsOfResource: all of a table's tags at once; there are 50 at the most.</summary>
internal sealed class ListTagsOfResource(TableStore tables) : Operation("ListTagsOfResource", touchesItems: false)
{
    public override void Execute(Request request, Utf8JsonWriter json)
    {
        request.Parameters.RefuseAllBut(Name, "ResourceArn");
        var table = ResourceArns.Find(tables, request.Parameters);
        json.WriteStartObject();
        json.WriteStartArray("Tags"u8);
        foreach (var (key, value) in table.Tags.All())
        {
            json.WriteStartObject();
            json.WriteString("Key"u8, key);
            json.WriteString("Value"u8, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
