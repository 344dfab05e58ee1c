using System.Globalization;
using System.Text.Json;
using LocalDynamo.Capacity;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>TransactWriteItems: up to 100 puts, updates, deletes and checks of different items, all or none.</summary>
internal sealed class TransactWriteItems(TableStore tables, ItemReader items, CapacityMeter meter, TimeProvider time)
    : Operation("TransactWriteItems", touchesItems: true)
{
    private const long LargestTransaction = 4 * 1024 * 1024;
    private const int LongestToken = 36;

    private readonly TransactWriteReader _reader = new(tables, items);
    private readonly TransactionTokens _tokens = new(time);

    public override void Execute(Request request, Utf8JsonWriter json)
    {
        var parameters = request.Parameters;
        parameters.RefuseAllBut(Name, "TransactItems", "ClientRequestToken", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics");
        var errors = new ShapeErrors();
        var capacity = ConsumedCapacity.AskedBy(parameters, errors);
        errors.OneOf(parameters.Text("ReturnItemCollectionMetrics"), "returnItemCollectionMetrics", "SIZE", "NONE");
        var token = parameters.Text("ClientRequestToken");
        if (token?.Length > LongestToken)
            errors.Add(token, "clientRequestToken", "Member must have length less than or equal to 36");
        var actions = TransactItems.Read(parameters, errors).Select((action, i) => _reader.Read(action, i + 1)).ToList();
        CheckSize(actions);
        var changes = Bind(actions);
        TransactItems.CheckDistinct(changes.Select(change => (change.Table, change.Key)));

        json.WriteStartObject();
        if (string.IsNullOrEmpty(token)) capacity.WriteList(json, Apply(request, changes).All, "WriteCapacityUnits");
        else if (_tokens.Begin(token, parameters.Find("TransactItems")!.Value.GetRawText()))
            capacity.WriteList(json, ApplyOnce(token, request, changes).All, "WriteCapacityUnits");
        else capacity.WriteList(json, Repeat(changes).All, "ReadCapacityUnits");
        json.WriteEndObject();
    }

    private ConsumptionByTable Apply(Request request, List<ItemChange> changes) => new TransactionWrite(request, meter, changes).Apply();

    private ConsumptionByTable ApplyOnce(string token, Request request, List<ItemChange> changes)
    {
        var done = false;
        try
        {
            var consumed = Apply(request, changes);
            done = true;
            return consumed;
        }
        finally
        {
            _tokens.End(token, done);
        }
    }

    // A repeated request does nothing, but reads the items to say so.
    private ConsumptionByTable Repeat(List<ItemChange> changes)
    {
        var consumed = new ConsumptionByTable();
        foreach (var change in changes)
        {
            var units = 2 * CapacityUnits.Read(change.Table.Items.Find(change.Key)?.Size ?? 0, consistent: true);
            meter.Charge(change.Table.Source, write: false, change.Key, units);
            var spent = new Consumption(change.Table.Name);
            spent.AddTable(units);
            consumed.Add(spent);
        }

        return consumed;
    }

    private static List<ItemChange> Bind(List<WriteAction> actions)
    {
        var changes = new List<ItemChange>(actions.Count);
        var reasons = new List<TransactionReason>(actions.Count);
        foreach (var action in actions)
        {
            try
            {
                changes.Add(action.Bind());
                reasons.Add(TransactionReason.None);
            }
            catch (DynamoException error) when (error.Type == "ValidationException")
            {
                reasons.Add(TransactionReason.Invalid(error));
            }
        }

        return changes.Count == actions.Count ? changes : throw new TransactionCanceledException(reasons);
    }

    private static void CheckSize(List<WriteAction> actions)
    {
        var bytes = actions.Sum(action => (long)action.Body.Size);
        if (bytes <= LargestTransaction) return;
        throw DynamoException.Validation(string.Create(
            CultureInfo.InvariantCulture, $"Transaction payload size cannot exceed 4MB. Payload Size: {bytes}"));
    }
}
