using System.Text.Json;
using LocalDynamo.Capacity;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>
/// BatchWriteItem: up to 25 puts and deletes, each admitted on its own. What capacity does not admit comes back unprocessed; only where
/// nothing at all was admitted is the whole request refused.
/// </summary>
internal sealed class BatchWriteItem(TableStore tables, ItemReader items, CapacityMeter meter)
    : Operation("BatchWriteItem", touchesItems: true)
{
    private readonly ItemWrite _write = new(meter);
    private readonly BatchWriteReader _reader = new(tables, items);

    public override void Execute(Request request, Utf8JsonWriter json)
    {
        var parameters = request.Parameters;
        parameters.RefuseAllBut(Name, "RequestItems", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics");
        var errors = new ShapeErrors();
        var capacity = ConsumedCapacity.AskedBy(parameters, errors);
        errors.OneOf(parameters.Text("ReturnItemCollectionMetrics"), "returnItemCollectionMetrics", "SIZE", "NONE");
        var entries = _reader.Read(parameters, errors);

        var consumed = new ConsumptionByTable();
        var unprocessed = new List<BatchEntry>();
        DynamoException? refusal = null;
        foreach (var entry in entries)
        {
            try
            {
                consumed.Add(_write.Apply(request, entry.Change).Consumed);
            }
            catch (DynamoException refused) when (refused is ThrottledException or TransactionConflictException)
            {
                refusal = refused;
                unprocessed.Add(entry);
            }
        }

        if (unprocessed.Count == entries.Count) throw refusal!;
        json.WriteStartObject();
        WriteUnprocessed(json, unprocessed);
        capacity.WriteList(json, consumed.All);
        json.WriteEndObject();
    }

    private static void WriteUnprocessed(Utf8JsonWriter json, List<BatchEntry> unprocessed)
    {
        json.WriteStartObject("UnprocessedItems"u8);
        foreach (var table in unprocessed.GroupBy(entry => entry.Change.Table.Name))
        {
            json.WriteStartArray(table.Key);
            foreach (var entry in table) entry.Json.WriteTo(json);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
