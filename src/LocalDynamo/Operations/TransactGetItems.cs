using System.Text.Json;
using LocalDynamo.Capacity;
using LocalDynamo.Expressions;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>TransactGetItems: up to 100 items as they were at one moment.</summary>
internal sealed class TransactGetItems(TableStore tables, ItemReader items, CapacityMeter meter)
    : Operation("TransactGetItems", touchesItems: true)
{
    private const long LargestAnswer = 4 * 1024 * 1024;

    private sealed record Read(Table Table, AttributeMap KeyMap, Projection? Projection);

    public override void Execute(Request request, Utf8JsonWriter json)
    {
        var parameters = request.Parameters;
        parameters.RefuseAllBut(Name, "TransactItems", "ReturnConsumedCapacity");
        var errors = new ShapeErrors();
        var capacity = ConsumedCapacity.AskedBy(parameters, errors);
        var reads = TransactItems.Read(parameters, errors).Select(ReadAction).ToList();
        var keys = Bind(reads);
        TransactItems.CheckDistinct(keys);

        var found = Find(request, keys);
        if (found.Sum(item => (long)(item?.Size ?? 0)) > LargestAnswer)
            throw DynamoException.Validation("Transaction payload size cannot exceed 4MB");
        var consumed = Charge(keys, found);
        json.WriteStartObject();
        capacity.WriteList(json, consumed.All, "ReadCapacityUnits");
        json.WriteStartArray("Responses"u8);
        for (var i = 0; i < found.Count; i++) WriteFound(json, found[i], reads[i].Projection);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private Read ReadAction(Parameters action, int index)
    {
        action.RefuseAllBut("TransactItems", "Get");
        var path = FormattableString.Invariant($"transactItems.{index + 1}.member.get");
        var errors = new ShapeErrors();
        var get = errors.Required(action.Structure("Get"), path);
        errors.ThrowIfAny();
        var request = get!.Value;
        request.RefuseAllBut("Get", "TableName", "Key", "ProjectionExpression", "ExpressionAttributeNames");
        var name = errors.Required(request.Text("TableName"), path + ".tableName");
        var key = errors.Required(request.Find("Key"), path + ".key");
        errors.ThrowIfAny();
        var attributes = new ExpressionAttributes(request, items, "ProjectionExpression");
        var map = items.ReadMap(key!.Value);
        var projection = Projection.Read(request.Text("ProjectionExpression"), attributes);
        attributes.CheckAllUsed();
        return new Read(tables.Serving(TableNames.Check(name!, "TableName")), map, projection);
    }

    private static List<(Table Table, ItemKey Key)> Bind(List<Read> reads)
    {
        var keys = new List<(Table, ItemKey)>(reads.Count);
        var reasons = new List<TransactionReason>(reads.Count);
        foreach (var read in reads)
        {
            try
            {
                keys.Add((read.Table, ItemKeys.OfKey(read.Table.Definition.Keys, read.KeyMap)));
                reasons.Add(TransactionReason.None);
            }
            catch (DynamoException error) when (error.Type == "ValidationException")
            {
                reasons.Add(TransactionReason.Invalid(error));
            }
        }

        return keys.Count == reads.Count ? keys : throw new TransactionCanceledException(reasons);
    }

    private List<AttributeMap?> Find(Request request, List<(Table Table, ItemKey Key)> keys)
    {
        var reasons = keys.ConvertAll(item => meter.TryAdmit(request, item.Table.Source, write: false, item.Key, out var refusal)
            ? TransactionReason.None
            : TransactionReason.Throttled(refusal, item.Table.Source));
        if (reasons.Exists(reason => reason != TransactionReason.None)) throw new TransactionCanceledException(reasons);
        using (new TransactionSlots(keys))
        {
            reasons = keys.ConvertAll(item =>
                item.Table.Items.SlotOf(item.Key).IsClaimed(item.Key) ? TransactionReason.Conflict : TransactionReason.None);
            if (reasons.Exists(reason => reason != TransactionReason.None)) throw new TransactionCanceledException(reasons);
            return keys.ConvertAll(item =>
                item.Table.Items.SlotOf(item.Key).TryFind(new ItemEntry(item.Key), out var attributes) ? attributes : null);
        }
    }

    private ConsumptionByTable Charge(List<(Table Table, ItemKey Key)> keys, List<AttributeMap?> found)
    {
        var consumed = new ConsumptionByTable();
        for (var i = 0; i < keys.Count; i++)
        {
            // Two reads of each item: one to prepare the transaction, one to carry it out.
            var units = 2 * CapacityUnits.Read(found[i]?.Size ?? 0, consistent: true);
            meter.Charge(keys[i].Table.Source, write: false, keys[i].Key, units);
            var spent = new Consumption(keys[i].Table.Name);
            spent.AddTable(units);
            consumed.Add(spent);
        }

        return consumed;
    }

    private static void WriteFound(Utf8JsonWriter json, AttributeMap? item, Projection? projection)
    {
        json.WriteStartObject();
        if (item is not null)
        {
            json.WritePropertyName("Item"u8);
            (projection?.Of(item) ?? item).Write(json);
        }

        json.WriteEndObject();
    }
}
