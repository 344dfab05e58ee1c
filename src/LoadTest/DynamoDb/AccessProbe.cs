using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;
using LoadTest.Items;
using LoadTest.Operations;

namespace LoadTest.DynamoDb;

/// <summary>How a run's items are read back.</summary>
public enum ReadingBack
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By a scan.</summary>
    Scan,

    /// <summary>By their keys.</summary>
    Keys,
}

/// <summary>
/// Makes each call that the run will need once before the load begins, on keys that no item has: a missing permission then shows in
/// seconds, and not after an hour, in the clean-up. Costs a few capacity units and writes nothing.
/// </summary>
public sealed class AccessProbe(IAmazonDynamoDB client, AwsFailures failures, ItemGenerator items)
{
    private readonly ItemAttributes _attributes = new(items);

    /// <summary>Tries the calls.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="operations">The operations of the load, by kind.</param>
    /// <param name="kinds">Those that the plan has.</param>
    /// <param name="readsBack">How the run reads its items back afterwards.</param>
    /// <param name="writesBatches">Whether the run writes items before the load, or deletes them afterwards.</param>
    /// <param name="stop">Gives the probing up.</param>
    /// <exception cref="Configuration.Problems.ProblemException">A call is not allowed, or fails otherwise.</exception>
    public async Task TryAsync(
        string table, IReadOnlyDictionary<OperationKind, IOperation> operations, IEnumerable<OperationKind> kinds, ReadingBack readsBack, bool writesBatches,
        CancellationToken stop)
    {
        foreach (var kind in kinds)
        {
            await TryAsync(Doing(operations[kind], table), () => ProbeAsync(table, kind, operations[kind], stop));
        }

        if (readsBack == ReadingBack.Scan) await TryAsync($"scan table {table}", () => client.ScanAsync(new ScanRequest { TableName = table, Limit = 1 }, stop));
        if (readsBack == ReadingBack.Keys)
            await TryAsync($"read items of table {table} in batches", () => operations[OperationKind.BatchGet].SendAsync(client, Request(OperationKind.BatchGet), stop));
        if (writesBatches) await TryAsync($"write and delete items of table {table} in batches", () => TryBatchAsync(table, stop));
    }

    private static string Doing(IOperation operation, string table) =>
        $"{(operation.IsWrite ? "write to" : "read from")} table {table} ({operation.Action})";

    // A throttle shows that the call is allowed, and that is all that is asked here.
    private Task<bool> TryAsync(string doing, Func<Task> call) => failures.ExplainAsync(doing, async () =>
    {
        try
        {
            await call();
        }
        catch (Exception refusal) when (Backoff.IsThrottle(refusal) || refusal is ConditionalCheckFailedException or TransactionCanceledException)
        {
            return false;
        }

        return true;
    });

    // A condition that cannot hold keeps a write from being done; that it is judged at all shows that writing is allowed. A delete needs none.
    private Task ProbeAsync(string table, OperationKind kind, IOperation operation, CancellationToken stop) => kind switch
    {
        OperationKind.Put => client.PutItemAsync(
            new PutItemRequest { TableName = table, Item = Keys, ConditionExpression = ItemUpdate.IsPresent }, stop),
        OperationKind.BatchWrite => TryBatchAsync(table, stop),
        OperationKind.TransactWrite => client.TransactWriteItemsAsync(
            new TransactWriteItemsRequest
            {
                TransactItems =
                [
                    new TransactWriteItem { Put = new Put { TableName = table, Item = Keys, ConditionExpression = ItemUpdate.IsPresent } },
                ],
            },
            stop),
        _ => operation.SendAsync(client, Request(kind), stop),
    };

    // A batch takes no condition, so it deletes what is not there.
    private Task<BatchWriteItemResponse> TryBatchAsync(string table, CancellationToken stop) => client.BatchWriteItemAsync(
        new Dictionary<string, List<WriteRequest>> { [table] = [new WriteRequest(new DeleteRequest(_attributes.Key(Phase.WarmUp, ItemChoice.Miss(0))))] }, stop);

    private Dictionary<string, AttributeValue> Keys => _attributes.Keys(Phase.WarmUp, ItemChoice.Miss(0));

    private static PlannedRequest Request(OperationKind kind)
    {
        var list = new RequestItems();
        list.Add(ItemChoice.Miss(0));
        return new PlannedRequest(kind, Phase.WarmUp, ItemChoice.Miss(0), IsDuplicate: false) { Items = list };
    }
}
