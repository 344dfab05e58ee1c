using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;
using LoadTest.Operations;

namespace LoadTest.DynamoDb;

/// <summary>
/// Makes each call that the run will need once before the load begins, on a key that no item has: a missing permission then shows in
/// seconds, and not after an hour, in the clean-up. Costs a few capacity units and writes nothing.
/// </summary>
public sealed class AccessProbe(IAmazonDynamoDB client, AwsFailures failures, ItemGenerator items)
{
    private const long NoItem = 999_999_999_999;

    /// <summary>Tries the calls.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="operations">The operations of the load.</param>
    /// <param name="readsBack">Whether the run scans the table afterwards.</param>
    /// <param name="deletes">Whether the run deletes its items afterwards.</param>
    /// <param name="stop">Gives the probing up.</param>
    /// <exception cref="Configuration.Problems.ProblemException">A call is not allowed, or fails otherwise.</exception>
    public async Task TryAsync(string table, IEnumerable<OperationKind> operations, bool readsBack, bool deletes, CancellationToken stop)
    {
        var key = new Dictionary<string, AttributeValue> { [ItemGenerator.KeyName] = new() { S = items.Key(Phase.WarmUp, NoItem) } };
        foreach (var operation in operations)
        {
            if (operation == OperationKind.Put) await TryAsync($"write to table {table}", () => TryWriteAsync(table, key, stop));
            else await TryAsync($"read from table {table}", () => client.GetItemAsync(table, key, stop));
        }

        if (readsBack) await TryAsync($"scan table {table}", () => client.ScanAsync(new ScanRequest { TableName = table, Limit = 1 }, stop));
        if (!deletes) return;
        var delete = new WriteRequest(new DeleteRequest(key));
        await TryAsync(
            $"delete items of table {table}", () => client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { [table] = [delete] }, stop));
    }

    // A throttle shows that the call is allowed, and that is all that is asked here.
    private Task<bool> TryAsync(string doing, Func<Task> call) => failures.ExplainAsync(doing, async () =>
    {
        try
        {
            await call();
        }
        catch (Exception throttle) when (Backoff.IsThrottle(throttle))
        {
            return false;
        }

        return true;
    });

    // The condition cannot hold, so nothing is written; that it is judged at all shows that writing is allowed.
    private async Task<bool> TryWriteAsync(string table, Dictionary<string, AttributeValue> key, CancellationToken stop)
    {
        try
        {
            await client.PutItemAsync(
                new PutItemRequest { TableName = table, Item = key, ConditionExpression = $"attribute_exists({ItemGenerator.KeyName})" }, stop);
        }
        catch (ConditionalCheckFailedException)
        {
            return true;
        }

        return false;
    }
}
