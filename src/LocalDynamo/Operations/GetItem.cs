using System.Text.Json;
using LocalDynamo.Capacity;
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
            Name, "TableName", "Key", "ConsistentRead", "ReturnConsumedCapacity");
        var errors = new ShapeErrors();
        var capacity = ConsumedCapacity.AskedBy(parameters, errors);
        var keyJson = errors.Required(parameters.Find("Key"), "key");
        errors.ThrowIfAny();
        var table = tables.Serving(TableNames.Read(parameters));
        var key = ItemKeys.OfKey(table.Definition.Keys, items.ReadMap(keyJson!.Value));

        meter.Admit(request, table, write: false, key);
        var item = table.Items.Find(key);
        var units = CapacityUnits.Read(item?.Size ?? 0, parameters.Boolean("ConsistentRead") ?? false);
        meter.Charge(table, write: false, key, units);

        json.WriteStartObject();
        if (item is not null)
        {
            json.WritePropertyName("Item"u8);
            item.Write(json);
        }

        capacity.WriteMember(json, table.Name, units);
        json.WriteEndObject();
    }
}
