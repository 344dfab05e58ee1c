using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>Scans of five small items, and of items that fill pages.</summary>
internal static class ScanCases
{
    private static readonly Dictionary<string, AttributeValue> Two = Wire.Map("""{":v": {"N": "2"}}""");

    public static IEnumerable<ContractCase> All() =>
        [
        Of("scan", new ScanRequest()), Of("scan up to more than there is", new ScanRequest { Limit = 6 }),
        Of("scan up to all there is", new ScanRequest { Limit = 5 }),
        Of("scan of no items", new ScanRequest { Limit = 0 }), Of("scan of fewer than none", new ScanRequest { Limit = -1 }),
        Of("count", new ScanRequest { Select = Select.COUNT }),
        Of("scan with units", new ScanRequest { ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL }),
        Of("consistent scan with units",
        new ScanRequest { ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES, ConsistentRead = true }),
        Of("scan with filter", new ScanRequest { FilterExpression = "n > :v", ExpressionAttributeValues = Two }),
        Of("scan with filter, units of all",
        new ScanRequest { FilterExpression = "n > :v", ExpressionAttributeValues = Two,
        ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL }),
        Of("scan with filter and projection",
        new ScanRequest { FilterExpression = "n > :v", ProjectionExpression = "#a", ExpressionAttributeNames = new() { ["#a"] = "pk" },
        ExpressionAttributeValues = Two }),
        Of("count with filter", new ScanRequest { FilterExpression = "n > :v", Select = Select.COUNT, ExpressionAttributeValues = Two }),
        Of("count with projection", new ScanRequest { Select = Select.COUNT, ProjectionExpression = "n" }),
        Of("unknown select", new ScanRequest { Select = "FOO" }),
        Of("select specific without any", new ScanRequest { Select = Select.SPECIFIC_ATTRIBUTES }),
        Of("select specific", new ScanRequest { Select = Select.SPECIFIC_ATTRIBUTES, ProjectionExpression = "n" }),
        Of("select all with projection", new ScanRequest { Select = Select.ALL_ATTRIBUTES, ProjectionExpression = "n" }),
        Of("select projected without index", new ScanRequest { Select = Select.ALL_PROJECTED_ATTRIBUTES }),
        Of("segment without total", new ScanRequest { Segment = 0 }), Of("total without segment", new ScanRequest { TotalSegments = 2 }),
        Of("segment beyond total", new ScanRequest { Segment = 2, TotalSegments = 2 }),
        Of("too many segments", new ScanRequest { Segment = 0, TotalSegments = 1_000_001 }),
        Of("the one segment", new ScanRequest { Segment = 0, TotalSegments = 1 }),
        Of("start key of another shape", new ScanRequest { ExclusiveStartKey = Wire.Map("""{"x": {"S": "1"}}""") }),
        Of("start key of another type", new ScanRequest { ExclusiveStartKey = Wire.Map("""{"pk": {"N": "1"}}""") }),
        Of("start key with more than the key", new ScanRequest { ExclusiveStartKey = Wire.Map("""{"pk": {"S": "1"}, "x": {"S": "1"}}""") }),
        Of("unknown index", new ScanRequest { IndexName = "other" }),
        Of("values without filter", new ScanRequest { ExpressionAttributeValues = Two }),
        Of("names without expression", new ScanRequest { ExpressionAttributeNames = new() { ["#a"] = "n" } }),
        Of("filter without its value", new ScanRequest { FilterExpression = "n > :v" }),
        Of("wrong filter", new ScanRequest { FilterExpression = "n >" }),
        Of("unused value", new ScanRequest { FilterExpression = "attribute_exists(n)", ExpressionAttributeValues = Two }),
        new("pages of two have every item once", table => PagesAsync(table, new ScanRequest { Limit = 2 })),
        new("pages of three segments have every item once", async table =>
        {
            await FillAsync(table);
            var found = new List<Dictionary<string, AttributeValue>>();
            for (var segment = 0; segment < 3; segment++)
            {
                var page = await table.Client.ScanAsync(new ScanRequest(table.Name) { Segment = segment, TotalSegments = 3 });
                found.AddRange(page.Items);
            }

            return Shown.Items(found);
        }),
        new("an empty table", async table =>
            Answer(await table.Client.ScanAsync(new ScanRequest(table.Name) { ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL }))),
        new("a page holds a megabyte", PageOfMegabyteAsync),
    ];

    private static ContractCase Of(string name, ScanRequest request) => new(name, async table =>
    {
        await FillAsync(table);
        request.TableName = table.Name;
        return Answer(await table.Client.ScanAsync(request));
    });

    private static async Task FillAsync(ContractTable table)
    {
        for (var i = 0; i < 5; i++) await table.PutAsync($$$"""{"pk": {"S": "{{{Keys.Of(i)}}}"}, "n": {"N": "{{{Shown.Number(i)}}}"}}""");
    }

    private static async Task<string> PagesAsync(ContractTable table, ScanRequest request)
    {
        await FillAsync(table);
        request.TableName = table.Name;
        var (items, sizes) = (new List<Dictionary<string, AttributeValue>>(), new List<string>());
        do
        {
            var page = await table.Client.ScanAsync(request);
            items.AddRange(page.Items);
            sizes.Add(Shown.Number(page.ScannedCount));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return string.Join(" + ", sizes) + ": " + Shown.Items(items);
    }

    // Equal items, so that it does not matter in which order the server keeps them.
    private static async Task<string> PageOfMegabyteAsync(ContractTable table)
    {
        var text = new string('x', 100_000);
        for (var i = 100; i < 112; i++) await table.PutAsync($$$"""{"pk": {"S": "{{{Keys.Of(i)}}}"}, "v": {"S": "{{{text}}}"}}""");
        var page = await table.Client.ScanAsync(new ScanRequest(table.Name) { ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL });
        return $"{Shown.Number(page.Count)} items, {Shown.Units(page.ConsumedCapacity)}, more: {page.LastEvaluatedKey is { Count: > 0 }}";
    }

    private static string Answer(ScanResponse page) =>
        $"{Shown.Items(page.Items)} count {Shown.Number(page.Count)} of {Shown.Number(page.ScannedCount)}, "
        + $"more: {page.LastEvaluatedKey is { Count: > 0 }}, {Shown.Units(page.ConsumedCapacity)}";
}
