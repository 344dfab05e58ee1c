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

    public void WriteMember(Utf8JsonWriter json, string table, double units)
    {
        if (!IsAsked) return;
        json.WritePropertyName("ConsumedCapacity"u8);
        WriteValue(json, table, units);
    }

    /// <summary>The structure alone, as batches list it.</summary>
    public void WriteValue(Utf8JsonWriter json, string table, double units)
    {
        json.WriteStartObject();
        json.WriteString("TableName"u8, table);
        json.WriteNumber("CapacityUnits"u8, units);
        if (_asked == "INDEXES")
        {
            json.WriteStartObject("Table"u8);
            json.WriteNumber("CapacityUnits"u8, units);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
