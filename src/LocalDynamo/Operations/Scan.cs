using System.Text.Json;
using LocalDynamo.Capacity;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>Scan: pages of 1 MB or Limit items in the order of the key hash, whole or by segments.</summary>
internal sealed class Scan(TableStore tables, ItemReader items, CapacityMeter meter) : Operation("Scan", touchesItems: true)
{
    public override void Execute(Request request, Utf8JsonWriter json)
    {
        var parameters = request.Parameters;
        parameters.RefuseAllBut(
            Name, "TableName", "Limit", "ExclusiveStartKey", "ReturnConsumedCapacity", "TotalSegments", "Segment", "ConsistentRead");
        var errors = new ShapeErrors();
        var capacity = ConsumedCapacity.AskedBy(parameters, errors);
        var limit = errors.AtLeast(parameters.WholeNumber("Limit"), "limit", 1);
        var segment = ScanSegment.Read(parameters, errors);
        errors.ThrowIfAny();
        segment.Check();
        var table = tables.Serving(TableNames.Read(parameters));
        var from = segment.From;
        if (parameters.Find("ExclusiveStartKey") is { } start)
        {
            from = ItemKeys.OfKey(table.Definition.Keys, items.ReadMap(start));
            segment.CheckStart(from);
        }

        meter.Admit(request, table, write: false, from);
        var page = new ItemPage(limit);
        table.Items.Walk(from, segment.To, page.Take);
        var units = CapacityUnits.Read(page.Bytes, parameters.Boolean("ConsistentRead") ?? false);
        meter.Charge(table, write: false, from, units);

        json.WriteStartObject();
        json.WriteStartArray("Items"u8);
        foreach (var item in page.Items) item.Write(json);
        json.WriteEndArray();
        json.WriteNumber("Count"u8, page.Items.Count);
        json.WriteNumber("ScannedCount"u8, page.Items.Count);
        if (page.LastKey is { } last)
        {
            json.WritePropertyName("LastEvaluatedKey"u8);
            ItemKeys.Only(table.Definition.Keys, last).Write(json);
        }

        capacity.WriteMember(json, table.Name, units);
        json.WriteEndObject();
    }
}
