using System.Text.Json;
using LocalDynamo.Capacity;
using LocalDynamo.Expressions;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>UpdateItem: changes an item, or makes one that has the key and what the update gives it, where its condition holds.</summary>
internal sealed class UpdateItem(TableStore tables, ItemReader items, CapacityMeter meter) : Operation("UpdateItem", touchesItems: true)
{
    private readonly ItemWrite _write = new(meter);

    public override void Execute(Request request, Utf8JsonWriter json)
    {
        var parameters = request.Parameters;
        parameters.RefuseAllBut(
            Name, "TableName", "Key", "UpdateExpression", "ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues",
            "ReturnValues", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics", "ReturnValuesOnConditionCheckFailure");
        var name = TableNames.Read(parameters);
        var asked = new WriteParameters(parameters, items, "Key", updates: true);
        var update = Update.Read(parameters.Text("UpdateExpression"), asked.Attributes);
        var condition = asked.ReadCondition();
        var table = tables.Serving(name);
        var key = ItemKeys.OfKey(table.Definition.Keys, asked.Body);
        update?.CheckKeeps(table.Definition.Keys.Names);
        var change = new ItemChange(table, key, new UpdatedItem(table, asked.Body, update), condition, asked.WantsFound);
        var outcome = _write.Apply(request, change);
        asked.WriteAnswer(json, outcome, update);
    }
}
