using System.Text.Json;
using LocalDynamo.Capacity;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>DeleteItem: deletes an item where its condition holds. That there is none is no error.</summary>
internal sealed class DeleteItem(TableStore tables, ItemReader items, CapacityMeter meter) : Operation("DeleteItem", touchesItems: true)
{
    private readonly ItemWrite _write = new(meter);

    public override void Execute(Request request, Utf8JsonWriter json)
    {
        var parameters = request.Parameters;
        parameters.RefuseAllBut(
            Name, "TableName", "Key", "ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues", "ReturnValues",
            "ReturnConsumedCapacity", "ReturnItemCollectionMetrics", "ReturnValuesOnConditionCheckFailure");
        var name = TableNames.Read(parameters);
        var asked = new WriteParameters(parameters, items, "Key");
        var condition = asked.ReadCondition();
        var table = tables.Serving(name);
        var key = ItemKeys.OfKey(table.Definition.Keys, asked.Body);
        var outcome = _write.Apply(request, new ItemChange(table, key, new DeletedItem(), condition, asked.WantsFound));
        asked.WriteAnswer(json, outcome);
    }
}
