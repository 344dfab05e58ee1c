using System.Text.Json;
using LocalDynamo.Capacity;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>PutItem: stores an item whole.</summary>
internal sealed class PutItem(TableStore tables, ItemReader items, CapacityMeter meter) : Operation("PutItem", touchesItems: true)
{
    private readonly ItemWrite _write = new(meter);

    public override void Execute(Request request, Utf8JsonWriter json)
    {
        var parameters = request.Parameters;
        parameters.RefuseAllBut(Name, "TableName", "Item", "ReturnConsumedCapacity");
        var errors = new ShapeErrors();
        var capacity = ConsumedCapacity.AskedBy(parameters, errors);
        var itemJson = errors.Required(parameters.Find("Item"), "item");
        errors.ThrowIfAny();
        var item = items.ReadMap(itemJson!.Value);
        ItemWrite.CheckSize(item);
        var table = tables.Serving(TableNames.Read(parameters));
        var key = ItemKeys.OfItem(table.Definition.Keys, item);
        var outcome = _write.Apply(request, table, key, item);

        json.WriteStartObject();
        capacity.WriteMember(json, table.Name, outcome.Units);
        json.WriteEndObject();
    }
}
