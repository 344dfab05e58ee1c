using LocalDynamo.Expressions;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>One action of a TransactWriteItems as the request says it, before it meets its table's keys.</summary>
internal sealed record WriteAction(string Kind, Table Table, AttributeMap Body, Condition? Condition, Update? Update, bool WantsFound)
{
    /// <summary>Whether it only looks.</summary>
    public bool ChecksOnly => Kind == "ConditionCheck";

    /// <exception cref="DynamoException">It does not fit the table's keys.</exception>
    public ItemChange Bind()
    {
        var keys = Table.Definition.Keys;
        if (Kind == "Put")
        {
            var key = ItemKeys.OfItem(keys, Body);
            IndexKeys.CheckItem(Table, Body);
            return new ItemChange(Table, key, new ReplacedItem(Body), Condition, WantsFound);
        }

        var changedKey = ItemKeys.OfKey(keys, Body);
        Update?.CheckKeeps(keys.Names);
        ItemResult result = Kind switch
        {
            "Delete" => new DeletedItem(),
            "ConditionCheck" => new KeptItem(),
            _ => new UpdatedItem(Table, Body, Update),
        };
        return new ItemChange(Table, changedKey, result, Condition, WantsFound);
    }
}

/// <summary>Reads all of a TransactWriteItems.</summary>
internal sealed class TransactWriteReader(TableStore tables, ItemReader items)
{
    private static readonly string[] Kinds = ["ConditionCheck", "Put", "Delete", "Update"];

    /// <exception cref="DynamoException">An action is wrong by itself, or names a table that is not there.</exception>
    public WriteAction Read(Parameters action, int position)
    {
        action.RefuseAllBut("TransactItems", "ConditionCheck", "Put", "Delete", "Update");
        var given = Kinds.Where(kind => action.Find(kind) is not null).ToList();
        if (given.Count == 0)
            throw DynamoException.Validation("Invalid Request: TransactWriteRequest should contain Delete or Put or Update request");
        if (given.Count > 1) throw DynamoException.Validation("TransactItems can only contain one of Check, Put, Update or Delete");
        return ReadAction(given[0], action.Structure(given[0])!.Value, position);
    }

    private WriteAction ReadAction(string kind, Parameters request, int position)
    {
        var body = kind == "Put" ? "Item" : "Key";
        string[] supported =
        [
            "TableName", body, "ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues",
            "ReturnValuesOnConditionCheckFailure", .. kind == "Update" ? ["UpdateExpression"] : Array.Empty<string>(),
        ];
        request.RefuseAllBut(kind, supported);
        var path = FormattableString.Invariant($"transactItems.{position}.member.{char.ToLowerInvariant(kind[0])}{kind[1..]}.");
        var errors = new ShapeErrors();
        var name = errors.Required(request.Text("TableName"), path + "tableName");
        var json = errors.Required(request.Find(body), path + body.ToLowerInvariant());
        if (kind == "ConditionCheck") errors.Required(request.Text("ConditionExpression"), path + "conditionExpression");
        if (kind == "Update") errors.Required(request.Text("UpdateExpression"), path + "updateExpression");
        var failure = errors.OneOf(
            request.Text("ReturnValuesOnConditionCheckFailure"), path + "returnValuesOnConditionCheckFailure", "ALL_OLD", "NONE");
        errors.ThrowIfAny();

        var attributes = kind == "Update"
            ? new ExpressionAttributes(request, items, "UpdateExpression", "ConditionExpression")
            : new ExpressionAttributes(request, items, "ConditionExpression");
        var map = items.ReadMap(json!.Value);
        if (kind == "Put") ItemWrite.CheckSize(map);
        var update = kind == "Update" ? Update.Read(request.Text("UpdateExpression"), attributes) : null;
        var condition = ConditionBinder.Read(ExpressionKind.Condition, request.Text("ConditionExpression"), attributes);
        attributes.CheckAllUsed();
        var table = tables.Serving(TableNames.Check(name!, "TableName"));
        return new WriteAction(kind, table, map, condition, update, failure == "ALL_OLD");
    }
}
