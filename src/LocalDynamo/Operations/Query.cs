using System.Text.Json;
using LocalDynamo.Capacity;
using LocalDynamo.Expressions;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>
/// Query of a table or an index: the items of one partition key in the order of their sort keys, or against it, in pages of 1 MB or Limit
/// items.
/// </summary>
internal sealed class Query(TableStore tables, ItemReader items, CapacityMeter meter) : Operation("Query", touchesItems: true)
{
    public override void Execute(Request request, Utf8JsonWriter json)
    {
        var parameters = request.Parameters;
        parameters.RefuseAllBut(
            Name, "TableName", "IndexName", "KeyConditionExpression", "FilterExpression", "ProjectionExpression",
            "ExpressionAttributeNames", "ExpressionAttributeValues", "Limit", "Select", "ExclusiveStartKey", "ScanIndexForward",
            "ConsistentRead", "ReturnConsumedCapacity");
        var name = TableNames.Read(parameters);
        var asked = new PageParameters(parameters, items, queries: true);
        var forward = parameters.Boolean("ScanIndexForward") ?? true;
        var table = tables.Serving(name);
        var target = ReadTarget.Of(table, parameters.Text("IndexName"));
        target.Check(asked);
        var range = Starting(asked.KeyCondition!.RangeOf(target.Keys), target, asked, forward);
        CheckFilter(target.Keys, asked.Filtered);

        meter.Admit(request, target.Source, write: false, range.From);
        var page = new ItemPage(asked.Limit);
        if (forward) target.Items.Walk(range.From, range.To, page.Take);
        else target.Items.WalkBack(range.From, range.To, page.Take);
        var consumed = target.Charge(meter, range.From, page, asked.Consistent);
        asked.WriteAnswer(json, target, page, consumed);
    }

    // The page's end that is read first is where the last page ended.
    private static KeyRange Starting(KeyRange range, ReadTarget target, PageParameters asked, bool forward)
    {
        if (asked.StartKey is null) return range;
        var start = target.StartOf(asked.StartKey, queries: true);
        if (!range.Contains(start)) throw Outside(range, start, asked.KeyCondition!);
        return forward ? range with { From = start } : range with { To = start };
    }

    private static DynamoException Outside(KeyRange range, ItemKey start, KeyCondition condition)
    {
        if (!condition.HasSort)
            return DynamoException.Validation("The provided starting key is outside query boundaries based on provided conditions");
        var moved = start with { Hash = range.From.Hash, Partition = range.From.Partition };
        return DynamoException.Validation(range.Contains(moved)
            ? "The query can return at most one row and cannot be restarted"
            : "The provided starting key does not match the range key predicate");
    }

    private static void CheckFilter(KeySchema keys, IReadOnlySet<string> filtered)
    {
        if (keys.Names.FirstOrDefault(filtered.Contains) is not { } key) return;
        throw DynamoException.Validation(
            $"Filter Expression can only contain non-primary key attributes: Primary key attribute: {key}");
    }
}
