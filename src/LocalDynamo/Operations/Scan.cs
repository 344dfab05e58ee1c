using System.Text.Json;
using LocalDynamo.Capacity;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>Scan: pages of 1 MB or Limit items in the order of the key hash, whole or by segments, filtered and projected.</summary>
internal sealed class Scan(TableStore tables, ItemReader items, CapacityMeter meter) : Operation("Scan", touchesItems: true)
{
    public override void Execute(Request request, Utf8JsonWriter json)
    {
        var parameters = request.Parameters;
        parameters.RefuseAllBut(
            Name, "TableName", "IndexName", "Limit", "Select", "ExclusiveStartKey", "ReturnConsumedCapacity", "TotalSegments", "Segment",
            "ProjectionExpression",
            "FilterExpression", "ExpressionAttributeNames", "ExpressionAttributeValues", "ConsistentRead");
        var name = TableNames.Read(parameters);
        var asked = new PageParameters(parameters, items);
        var segment = ScanSegment.Read(parameters);
        var table = tables.Serving(name);
        if (parameters.Text("IndexName") is { } index)
            throw DynamoException.Validation($"The table does not have the specified index: {index}");
        var from = segment.From;
        if (asked.StartKey is not null)
        {
            from = ItemKeys.OfStartKey(table.Definition.Keys, asked.StartKey);
            segment.CheckStart(from);
        }

        meter.Admit(request, table.Source, write: false, from);
        var page = new ItemPage(asked.Limit);
        table.Items.Walk(from, segment.To, page.Take);
        var units = page.Bytes == 0 ? 0 : CapacityUnits.Read(page.Bytes, asked.Consistent);
        meter.Charge(table.Source, write: false, from, units);
        var consumed = new Consumption(table.Name);
        consumed.AddTable(units);
        asked.WriteAnswer(json, table, page, consumed);
    }
}
