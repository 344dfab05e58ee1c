using System.Text.Json;
using LocalDynamo.Http;

namespace LocalDynamo.Capacity;

/// <summary>The ConsumedCapacity member of answers, as ReturnConsumedCapacity asks for it.</summary>
internal readonly struct ConsumedCapacity
{
    private readonly string? _asked;

    private ConsumedCapacity(string? asked) => _asked = asked;

    /// <summary>Whether the client asked for it.</summary>
    public bool IsAsked => _asked is "TOTAL" or "INDEXES";

    public static ConsumedCapacity AskedBy(Parameters parameters, ShapeErrors errors) => new(errors.OneOf(
        parameters.Text("ReturnConsumedCapacity"), "returnConsumedCapacity", "INDEXES", "TOTAL", "NONE"));

    public void WriteMember(Utf8JsonWriter json, Consumption consumed)
    {
        if (!IsAsked) return;
        json.WritePropertyName("ConsumedCapacity"u8);
        WriteValue(json, consumed, split: null);
    }

    /// <summary>The list that requests for several tables answer with.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="consumed">What each table consumed.</param>
    /// <param name="split">WriteCapacityUnits or ReadCapacityUnits, where the answer says that too, as those to transactions do.</param>
    public void WriteList(Utf8JsonWriter json, IEnumerable<Consumption> consumed, string? split = null)
    {
        if (!IsAsked) return;
        json.WriteStartArray("ConsumedCapacity"u8);
        foreach (var table in consumed) WriteValue(json, table, split);
        json.WriteEndArray();
    }

    private void WriteValue(Utf8JsonWriter json, Consumption consumed, string? split)
    {
        json.WriteStartObject();
        json.WriteString("TableName"u8, consumed.Table);
        WriteUnits(json, consumed.Total, split);
        if (_asked == "INDEXES")
        {
            json.WriteStartObject("Table"u8);
            WriteUnits(json, consumed.TableUnits, split);
            json.WriteEndObject();
            if (consumed.Indexes.Count > 0) WriteIndexes(json, consumed, split);
        }

        json.WriteEndObject();
    }

    private static void WriteIndexes(Utf8JsonWriter json, Consumption consumed, string? split)
    {
        json.WriteStartObject("GlobalSecondaryIndexes"u8);
        foreach (var (index, units) in consumed.Indexes)
        {
            json.WriteStartObject(index);
            WriteUnits(json, units, split);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteUnits(Utf8JsonWriter json, double units, string? split)
    {
        json.WriteNumber("CapacityUnits"u8, units);
        if (split is not null) json.WriteNumber(split, units);
    }
}
