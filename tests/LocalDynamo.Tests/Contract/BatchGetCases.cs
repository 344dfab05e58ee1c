using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>BatchGetItem.</summary>
internal static class BatchGetCases
{
    public static IEnumerable<ContractCase> All() =>
        [
        Of("batch get", ["a", "b"]), Of("batch get of what is not there", ["a", "zz"]), Of("batch get of one", ["a"]),
        Of("batch get that is consistent", ["a", "zz"], asked => asked.ConsistentRead = true),
        Of("batch get with projection", ["a", "b"], asked => asked.ProjectionExpression = "v"),
        Of("batch get with names", ["a"], asked =>
        {
            asked.ProjectionExpression = "#v";
            asked.ExpressionAttributeNames = new() { ["#v"] = "v" };
        }),
        Of("the largest batch get", [.. Enumerable.Range(0, 100).Select(Keys.Of)]),
        Of("a batch get too large", [.. Enumerable.Range(0, 101).Select(Keys.Of)]),
        Of("batch get of one twice", ["a", "a"]), Of("batch get without keys", []),
        Of("batch get with a wrong projection", ["a"], asked => asked.ProjectionExpression = "v,"),
        Of("batch get with names alone", ["a"], asked => asked.ExpressionAttributeNames = new() { ["#v"] = "v" }),
        Of("batch get with a name that is not used", ["a"], asked =>
        {
            asked.ProjectionExpression = "v";
            asked.ExpressionAttributeNames = new() { ["#v"] = "v" };
        }),
        Of("batch get by another key", [], asked => asked.Keys = [Wire.Map("""{"x": {"S": "a"}}""")]),
        Of("batch get by a key of another type", [], asked => asked.Keys = [Wire.Map("""{"pk": {"N": "1"}}""")]),
        Of("batch get by more than the key", [], asked => asked.Keys = [Wire.Map("""{"pk": {"S": "a"}, "x": {"S": "a"}}""")]),
        Of("batch get by an empty key", [""]),
        new("batch get of no table", async table =>
            Answer(await table.Client.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = [] }))),
        new("batch get of a table that is not there", async table => Answer(await table.Client.BatchGetItemAsync(
            new BatchGetItemRequest { RequestItems = new() { ["not-there"] = Request(["a"]) } }))),
        new("batch get of two tables", table => SortedTable.WithAsync(table, ScalarAttributeType.N, async sorted =>
        {
            await FillAsync(table);
            await table.Client.PutItemAsync(sorted, Wire.Map("""{"pk": {"S": "a"}, "sk": {"N": "1"}}"""));
            var keys = new KeysAndAttributes { Keys = [Wire.Map("""{"pk": {"S": "a"}, "sk": {"N": "1.0"}}""")], ConsistentRead = true };
            var answer = await table.Client.BatchGetItemAsync(new BatchGetItemRequest
            {
                RequestItems = new() { [table.Name] = Request(["a", "b"]), [sorted] = keys },
                ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            });
            return Answer(answer);
        })),
    ];

    private static ContractCase Of(string name, string[] keys, Action<KeysAndAttributes>? change = null) => new(name, async table =>
    {
        await FillAsync(table);
        var request = Request(keys);
        change?.Invoke(request);
        return Answer(await table.Client.BatchGetItemAsync(new BatchGetItemRequest
        {
            RequestItems = new() { [table.Name] = request },
            ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
        }));
    });

    private static async Task FillAsync(ContractTable table)
    {
        await table.PutAsync($$$"""{"pk": {"S": "a"}, "v": {"S": "{{{new string('x', 5000)}}}"}}""");
        await table.PutAsync("""{"pk": {"S": "b"}, "v": {"N": "1"}}""");
    }

    private static KeysAndAttributes Request(IEnumerable<string> keys) =>
        new() { Keys = [.. keys.Select(key => Wire.Map($$$"""{"pk": {"S": "{{{key}}}"}}"""))] };

    private static string Answer(BatchGetItemResponse answer) =>
        string.Join(" + ", (answer.Responses ?? []).OrderBy(table => table.Key, StringComparer.Ordinal).Select(table =>
            Shown.Items(table.Value).Replace(new string('x', 5000), "<5000>", StringComparison.Ordinal)))
        + $" unprocessed {Shown.Number(answer.UnprocessedKeys?.Count ?? 0)}, "
        + string.Join(", ", (answer.ConsumedCapacity ?? []).Select(Shown.Units).Order(StringComparer.Ordinal));
}
