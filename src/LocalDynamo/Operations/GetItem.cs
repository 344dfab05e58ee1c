using System.Text.Json;
using LocalDynamo.Capacity;
using LocalDynamo.Expressions;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>GetItem, consistent or not (both see the latest write here; they cost differently).</summary>
internal sealed class GetItem(TableStore tables, ItemReader items, CapacityMeter meter) : Operation("GetItem", touchesItems: true)
{
    public override void Execute(Request request, Utf8JsonWriter json)
    {
        var parameters = request.Parameters;
        parameters.RefuseAllBut(
            Name, "TableName", "Key", "ConsistentRead", "ReturnConsumedCapacity", "ProjectionExpression", "ExpressionAttributeNames");
        var name = TableNames.Read(parameters);
        var errors = new ShapeErrors();
        var capacity = ConsumedCapacity.AskedBy(parameters, errors);
        var keyJson = errors.Required(parameters.Find("Key"), "key");
        errors.ThrowIfAny();
        var attributes = new ExpressionAttributes(parameters, items, "ProjectionExpression");
        var keyMap = items.ReadMap(keyJson!.Value);
        var projection = Projection.Read(parameters.Text("ProjectionExpression"), attributes);
        attributes.CheckAllUsed();
        var consistent = parameters.Boolean("ConsistentRead") ?? false;
        var table = tables.Serving(name);
        var key = ItemKeys.OfKey(table.Definition.Keys, keyMap);

        meter.Admit(request, table.Source, write: false, key);
        var item = table.Items.Find(key);
        // The whole item counts, whatever is projected.
        var units = CapacityUnits.Read(item?.Size ?? 0, consistent);
        meter.Charge(table.Source, write: false, key, units);
        var consumed = new Consumption(table.Name);
        consumed.AddTable(units);

        json.WriteStartObject();
        if (item is not null)
        {
            json.WritePropertyName("Item"u8);
            (projection?.Of(item) ?? item).Write(json);
        }

        capacity.WriteMember(json, consumed);
        json.WriteEndObject();
    }
}
