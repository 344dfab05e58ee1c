using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Configuration.Problems;
using LoadTest.Engine.Execution;
using LoadTest.Items;

namespace LoadTest.DynamoDb;

/// <summary>
/// Reads the run's items out of the table, strongly consistent: all of them by a scan, or some by their keys. Streams: a page for each of a few
/// readers is all that is held.
/// </summary>
public sealed class TableReading(IAmazonDynamoDB client, AwsFailures failures, ItemGenerator items, string table, TimeProvider time)
{
    private const int KeysPerRequest = 100;
    private const int MostReaders = 16;
    private const int ReadersPerProcessor = 4;
    private readonly ItemAttributes _attributes = new(items);

    // On a small part of a processor, many answers that are read at once all take longer than a call may.
    private readonly int _readers = Math.Min(MostReaders, ReadersPerProcessor * Environment.ProcessorCount);

    /// <summary>Scans the table for the run's items of the measured part.</summary>
    /// <param name="segments">How many parts of the table are read side by side, up to 16.</param>
    /// <param name="take">Told of each item, also where the server gives it twice; from several threads.</param>
    /// <param name="stop">Gives the reading up.</param>
    public Task ScanAsync(int segments, Action<long, Dictionary<string, AttributeValue>> take, CancellationToken stop)
    {
        var readers = Math.Clamp(segments, 1, MostReaders);
        return Task.WhenAll(Enumerable.Range(0, readers).Select(segment => ScanAsync(segment, readers, take, stop)));
    }

    /// <summary>Reads items by their keys, and tells of each whether it is there.</summary>
    /// <param name="ordinals">The items' numbers; taken as they are needed, so there may be any number.</param>
    /// <param name="take">Told of each item, null where it is not there; from several threads.</param>
    /// <param name="stop">Gives the reading up.</param>
    public Task ReadAsync(IEnumerable<long> ordinals, Action<long, Dictionary<string, AttributeValue>?> take, CancellationToken stop) => Parallel.ForEachAsync(
        ordinals.Chunk(KeysPerRequest),
        new ParallelOptions { MaxDegreeOfParallelism = _readers, CancellationToken = stop },
        async (chunk, cancel) => await ReadAsync(chunk, take, cancel));

    private async Task ScanAsync(int segment, int segments, Action<long, Dictionary<string, AttributeValue>> take, CancellationToken stop)
    {
        var request = new ScanRequest
        {
            TableName = table,
            ConsistentRead = true,
            FilterExpression = "begins_with(#pk, :run)",
            ExpressionAttributeNames = new Dictionary<string, string> { ["#pk"] = TableKeys.PartitionKey },
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":run"] = new() { S = items.Prefix } },
            Segment = segments > 1 ? segment : null,
            TotalSegments = segments > 1 ? segments : null,
        };
        do
        {
            var page = await CallAsync(() => client.ScanAsync(request, stop), stop);
            foreach (var item in page.Items ?? [])
            {
                if (_attributes.TryReadOrdinal(Phase.Measured, item, out var ordinal)) take(ordinal, item);
            }

            var next = KeyText(page.LastEvaluatedKey);
            if (next.Length > 0 && next == KeyText(request.ExclusiveStartKey)) throw EndlessScan(next);
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
    }

    private async Task ReadAsync(long[] ordinals, Action<long, Dictionary<string, AttributeValue>?> take, CancellationToken stop)
    {
        var missing = ordinals.ToHashSet();
        var left = new KeysAndAttributes { ConsistentRead = true, Keys = [.. ordinals.Select(ordinal => _attributes.Key(Phase.Measured, ordinal))] };
        var backoff = new Backoff(time);
        while (left.Keys is { Count: > 0 })
        {
            var keys = left;
            var page = await CallAsync(() => client.BatchGetItemAsync(new Dictionary<string, KeysAndAttributes> { [table] = keys }, stop), stop);
            foreach (var item in page.Responses?.GetValueOrDefault(table) ?? [])
            {
                if (_attributes.TryReadOrdinal(Phase.Measured, item, out var ordinal) && missing.Remove(ordinal)) take(ordinal, item);
            }

            left = page.UnprocessedKeys?.GetValueOrDefault(table) ?? new KeysAndAttributes();
            if (left.Keys is { Count: > 0 }) await backoff.PauseAsync(stop);
        }

        foreach (var ordinal in missing) take(ordinal, null);
    }

    private Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken stop) =>
        failures.ExplainAsync($"read table {table} back", () => new Backoff(time).UntilAdmittedAsync(call, stop));

    private string KeyText(Dictionary<string, AttributeValue>? key) =>
        string.Join(' ', items.Keys.OfTable.Select(name => key?.GetValueOrDefault(name)?.S).Where(text => text is not null));

    private ProblemException EndlessScan(string key) => new(new Problem(
        ErrorCodes.ServiceFailure, $"cannot read table {table} back: the scan comes back to the same place ({key}) again and again", null,
        "the server is at fault: look at what it is"));
}
