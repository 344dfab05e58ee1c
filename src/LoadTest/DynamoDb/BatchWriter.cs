using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LoadTest.DynamoDb;

/// <summary>
/// Writes or deletes many items outside the measured load, 25 a request, several requests side by side, and resends what a throttled
/// table left unprocessed until nothing is left.
/// </summary>
public sealed class BatchWriter(IAmazonDynamoDB client, AwsFailures failures, TimeProvider time)
{
    private const int ItemsPerRequest = 25;
    private const int SideBySide = 16;

    /// <summary>Sends all requests.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="doing">What it does, for the message if it fails.</param>
    /// <param name="requests">What to write; taken as they are needed, so there may be any number.</param>
    /// <param name="progress">Told how many were done so far.</param>
    /// <param name="stop">Gives the writing up.</param>
    public async Task WriteAsync(string table, string doing, IEnumerable<WriteRequest> requests, IProgress<long> progress, CancellationToken stop)
    {
        long done = 0;
        await Parallel.ForEachAsync(
            requests.Chunk(ItemsPerRequest),
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = stop },
            async (chunk, cancel) =>
            {
                await failures.ExplainAsync(doing, () => WriteChunkAsync(table, [.. chunk], cancel));
                progress.Report(Interlocked.Add(ref done, chunk.Length));
            });
    }

    private async Task<bool> WriteChunkAsync(string table, List<WriteRequest> left, CancellationToken stop)
    {
        var backoff = new Backoff(time);
        while (true)
        {
            var response = await backoff.UntilAdmittedAsync(
                () => client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { [table] = left }, stop), stop);
            var unprocessed = response.UnprocessedItems?.GetValueOrDefault(table) ?? [];
            if (unprocessed.Count == 0) return true;
            // A table that still takes some of them is not waited for longer each time.
            if (unprocessed.Count < left.Count) backoff = new Backoff(time);
            left = unprocessed;
            await backoff.PauseAsync(stop);
        }
    }
}
