using System.Text.Json;
using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>ListTables: names in order, a hundred at a time.</summary>
internal sealed class ListTables(TableStore tables) : Operation("ListTables", touchesItems: false)
{
    private const int MostAtOnce = 100;

    public override void Execute(Request request, Utf8JsonWriter json)
    {
        request.Parameters.RefuseAllBut(Name, "ExclusiveStartTableName", "Limit");
        var errors = new ShapeErrors();
        var limit = (int)(errors.AtMost(errors.AtLeast(request.Parameters.WholeNumber("Limit"), "limit", 1), "limit", MostAtOnce)
            ?? MostAtOnce);
        var after = request.Parameters.Text("ExclusiveStartTableName");
        errors.ThrowIfAny();

        var names = tables.Names().Where(name => after is null || string.CompareOrdinal(name, after) > 0).ToList();
        json.WriteStartObject();
        json.WriteStartArray("TableNames"u8);
        foreach (var name in names.Take(limit)) json.WriteStringValue(name);
        json.WriteEndArray();
        if (names.Count > limit) json.WriteString("LastEvaluatedTableName"u8, names[limit - 1]);
        json.WriteEndObject();
    }
}
