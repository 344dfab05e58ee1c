using System.Text.Json;
using LocalDynamo.Capacity;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>PutItem: stores an item whole, where its condition holds.</summary>
internal sealed class PutItem(TableStore tables, ItemReader items, CapacityMeter meter) : Operation("PutItem", touchesItems: true)
{
    private readonly ItemWrite _write = new(meter);

    public override void Execute(Request request, Utf8JsonWriter json)
    {
        var parameters = request.Parameters;
        parameters.RefuseAllBut(
            Name, "TableName", "Item", "ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues", "ReturnValues",
            "ReturnConsumedCapacity", "ReturnItemCollectionMetrics", "ReturnValuesOnConditionCheckFailure");
        var name = TableNames.Read(parameters);
        var asked = new WriteParameters(parameters, items, "Item");
        ItemWrite.CheckSize(asked.Body);
        var condition = asked.ReadCondition();
        var table = tables.Serving(name);
        var key = ItemKeys.OfItem(table.Definition.Keys, asked.Body);
        IndexKeys.CheckItem(table, asked.Body);
        var outcome = _write.Apply(request, new ItemChange(table, key, new ReplacedItem(asked.Body), condition, asked.WantsFound));
        asked.WriteAnswer(json, outcome);
    }
}
