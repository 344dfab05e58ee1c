using System.Text.Json;
using LocalDynamo.Capacity;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>
/// Scan: pages of 1 MB or Limit items in the order of the key hash,
/// whole or by segments, of a table or an index, filtered and projected.
/// </summary>
internal sealed class Scan(TableStore tables, ItemReader items, CapacityMeter meter) : Operation("Scan", touchesItems: true)
{
    public override void Execute(Request request, Utf8JsonWriter json)
    {
        var parameters = request.Parameters;
        parameters.RefuseAllBut(
            Name, "TableName", "IndexName", "Limit", "Select", "ExclusiveStartKey", "ReturnConsumedCapacity", "TotalSegments", "Segment",
            "ProjectionExpression", "FilterExpression", "ExpressionAttributeNames", "ExpressionAttributeValues", "ConsistentRead");
        var name = TableNames.Read(parameters);
        var asked = new PageParameters(parameters, items);
        var segment = ScanSegment.Read(parameters);
        var table = tables.Serving(name);
        var target = ReadTarget.Of(table, parameters.Text("IndexName"));
        target.Check(asked);
        var from = segment.From;
        if (asked.StartKey is not null)
        {
            from = target.StartOf(asked.StartKey, queries: false);
            segment.CheckStart(from);
        }

        meter.Admit(request, target.Source, write: false, from);
        var page = new ItemPage(asked.Limit);
        target.Items.Walk(from, segment.To, page.Take);
        var consumed = target.Charge(meter, from, page, asked.Consistent);
        asked.WriteAnswer(json, target, page, consumed);
    }
}
