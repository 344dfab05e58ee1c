using Amazon.DynamoDBv2.Model;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Items;
using LoadTest.Operations;

namespace LoadTest.DynamoDb;

/// <summary>The run's items as a whole: written before it for reads to find, and deleted after it.</summary>
public sealed class TestItems(BatchWriter writer, ItemGenerator items)
{
    private readonly ItemAttributes _attributes = new(items);

    /// <summary>Writes a worker's part of the items that the reads of the load find, and settles them in its ledger; the rest is that of the others.</summary>
    public async Task PreloadAsync(string table, long count, WorkerShare share, WriteLedger ledger, IProgress<long> progress, CancellationToken stop)
    {
        var own = Numbers(share.OwnCount(count)).Select(share.PlanIndex);
        var requests = own.Select(ordinal => new WriteRequest(new PutRequest(_attributes.Item(Phase.Measured, ordinal))));
        await writer.WriteAsync(table, $"preload table {table}", requests, progress, stop);
        foreach (var ordinal in own) ledger.Settle(ordinal, WriteState.Acknowledged);
    }

    /// <summary>Deletes what a part of the run wrote, or may have written.</summary>
    public Task DeleteAsync(string table, Phase phase, WriteLedger ledger, IProgress<long> progress, CancellationToken stop)
    {
        var requests = Numbers(ledger.End)
            .Where(ordinal => ledger.StateOf(ordinal) is WriteState.Acknowledged or WriteState.Unknown)
            .Select(ordinal => new WriteRequest(new DeleteRequest(_attributes.Key(phase, ordinal))));
        return writer.WriteAsync(table, $"delete the run's items from table {table}", requests, progress, stop);
    }

    private static IEnumerable<long> Numbers(long count)
    {
        for (long number = 0; number < count; number++) yield return number;
    }
}
