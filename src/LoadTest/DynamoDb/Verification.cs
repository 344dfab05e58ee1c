using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Configuration.Problems;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Reporting;
using LoadTest.Items;
using LoadTest.Operations;

namespace LoadTest.DynamoDb;

/// <summary>
/// Reads the table back and holds it against the ledger: every acknowledged write must be there, and none that was refused may be.
/// Streams the table page by page; a page is all that is held of it.
/// </summary>
public sealed class Verification(IAmazonDynamoDB client, AwsFailures failures, ItemGenerator items, WriteLedger ledger, TimeProvider time)
{
    private const long ItemsPerSegment = 50_000;
    private const int MostSegments = 16;
    private readonly WriteLedger _seen = new();
    private readonly ItemAttributes _attributes = new(items);

    /// <summary>Reads the run's items back, with consistent reads.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="progress">Told how many acknowledged items were found so far.</param>
    /// <param name="stop">Gives the reading up.</param>
    public async Task<VerificationResult> RunAsync(string table, IProgress<long> progress, CancellationToken stop)
    {
        var segments = (int)Math.Clamp(ledger.Acknowledged / ItemsPerSegment, 1, MostSegments);
        long read = 0;
        var counts = await Task.WhenAll(Enumerable.Range(0, segments).Select(segment => ScanAsync(table, segment, segments, Report, stop)));
        var found = counts.Sum(count => count.Found);
        var expected = ledger.Acknowledged;
        return new VerificationResult("all", expected, found, expected - found, counts.Sum(count => count.Phantom));

        void Report(int pageItems) => progress.Report(Interlocked.Add(ref read, pageItems));
    }

    private async Task<(long Found, long Phantom)> ScanAsync(string table, int segment, int segments, Action<int> report, CancellationToken stop)
    {
        long found = 0, phantom = 0;
        var names = new Dictionary<string, string> { ["#pk"] = TableKeys.PartitionKey };
        if (items.Keys.SortKey is { } sortKey) names["#sk"] = sortKey;
        var request = new ScanRequest
        {
            TableName = table,
            ConsistentRead = true,
            ProjectionExpression = string.Join(", ", names.Keys),
            ExpressionAttributeNames = names,
            FilterExpression = "begins_with(#pk, :run)",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":run"] = new() { S = items.Prefix } },
            Segment = segments > 1 ? segment : null,
            TotalSegments = segments > 1 ? segments : null,
        };
        do
        {
            var page = await failures.ExplainAsync($"read table {table} back", () => new Backoff(time).UntilAdmittedAsync(() => client.ScanAsync(request, stop), stop));
            var foundOnPage = 0;
            foreach (var item in page.Items ?? [])
            {
                if (!_attributes.TryReadOrdinal(Phase.Measured, item, out var ordinal)) continue;
                // An item that comes twice was found once.
                if (_seen.StateOf(ordinal) != WriteState.Open) continue;
                _seen.Settle(ordinal, WriteState.Acknowledged);
                switch (ledger.StateOf(ordinal))
                {
                    case WriteState.Acknowledged:
                        found++;
                        foundOnPage++;
                        break;
                    case WriteState.Refused or WriteState.Open:
                        phantom++;
                        break;
                }
            }

            report(foundOnPage);
            var next = KeyText(page.LastEvaluatedKey);
            if (next.Length > 0 && next == KeyText(request.ExclusiveStartKey)) throw EndlessScan(table, next);
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });

        return (found, phantom);
    }

    private string KeyText(Dictionary<string, AttributeValue>? key) =>
        string.Join(' ', items.Keys.OfTable.Select(name => key?.GetValueOrDefault(name)?.S).Where(text => text is not null));

    private static ProblemException EndlessScan(string table, string key) => new(new Problem(
        ErrorCodes.ServiceFailure, $"cannot read table {table} back: the scan comes back to the same place ({key}) again and again", null,
        "the server is at fault: look at what it is"));
}
