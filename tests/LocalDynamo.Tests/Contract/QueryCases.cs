using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>Query: every key condition, order, pages, filters, and what keys of numbers and binaries are sorted by.</summary>
internal static class QueryCases
{
    private static readonly Placeholders Given = new(
        """{"#pk": "pk"}""",
        """
        {":p": {"S": "p"}, ":none": {"S": "zz"}, ":b": {"S": "b"}, ":c": {"S": "c"}, ":d": {"S": "d"}, ":n": {"N": "1"},
         ":type": {"S": "S"}, ":empty": {"S": ""}, ":l": {"L": []}, ":last": {"S": "\uffff"}}
        """);

    public static IEnumerable<ContractCase> All() =>
        [
        .. QueryTexts.All.Select(text => Of($"query {text}", text, new QueryRequest())),
        Of("query for two", "pk = :p", new QueryRequest { Limit = 2 }), Of("query for none", "pk = :p", new QueryRequest { Limit = 0 }),
        Of("query for all there is", "pk = :p", new QueryRequest { Limit = 6 }),
        Of("query for more than there is", "pk = :p", new QueryRequest { Limit = 7 }),
        Of("query backward", "pk = :p", new QueryRequest { ScanIndexForward = false }),
        Of("query backward for two", "pk = :p AND sk < :d", new QueryRequest { ScanIndexForward = false, Limit = 2 }),
        Of("query that counts", "pk = :p AND sk > :b", new QueryRequest { Select = Select.COUNT }),
        Of("query that is consistent", "pk = :p", new QueryRequest { ConsistentRead = true }),
        Of("query that is consistent and finds nothing", "pk = :none", new QueryRequest { ConsistentRead = true }),
        Of("query with filter", "pk = :p", new QueryRequest { FilterExpression = "n > :n" }),
        Of("query with filter after Limit", "pk = :p", new QueryRequest { FilterExpression = "n > :n", Limit = 3 }),
        Of("query with filter that counts", "pk = :p", new QueryRequest { FilterExpression = "n > :n", Select = Select.COUNT }),
        Of("query with projection", "pk = :p", new QueryRequest { ProjectionExpression = "n" }),
        Of("query with filter on the partition key", "pk = :p", new QueryRequest { FilterExpression = "pk = :p" }),
        Of("query with filter on the sort key", "pk = :p", new QueryRequest { FilterExpression = "n > :n OR size(sk) > :n" }),
        Of("query with a wrong filter", "pk = :p", new QueryRequest { FilterExpression = "n >" }),
        Of("query with both wrong", "pk =", new QueryRequest { FilterExpression = "n >" }),
        Of("query with an unknown index", "pk = :p", new QueryRequest { IndexName = "other" }),
        Of("query for projected attributes", "pk = :p", new QueryRequest { Select = Select.ALL_PROJECTED_ATTRIBUTES }),
        Of("query without a condition", text: null, new QueryRequest()),
        Of("query with filter alone", text: null, new QueryRequest { FilterExpression = "n > :n" }),
        Of("query with values alone", text: null, new QueryRequest { ExpressionAttributeValues = Wire.Map("""{":q": {"N": "1"}}""") }),
        Of("query with a value that is not used", "pk = :p",
            new QueryRequest { ExpressionAttributeValues = Wire.Map("""{":q": {"N": "1"}}""") }),
        From("within", "pk = :p", """{"pk": {"S": "p"}, "sk": {"S": "c"}}"""),
        From("that is not there", "pk = :p", """{"pk": {"S": "p"}, "sk": {"S": "cc"}}"""),
        From("within a range", "pk = :p AND sk > :b", """{"pk": {"S": "p"}, "sk": {"S": "c"}}"""),
        From("at the end", "pk = :p AND sk > :b", """{"pk": {"S": "p"}, "sk": {"S": "e"}}"""),
        From("of the one item", "pk = :p AND sk = :c", """{"pk": {"S": "p"}, "sk": {"S": "c"}}"""),
        From("before a range", "pk = :p AND sk > :b", """{"pk": {"S": "p"}, "sk": {"S": "a"}}"""),
        From("of another partition", "pk = :p", """{"pk": {"S": "x"}, "sk": {"S": "c"}}"""),
        From("of another partition, within a range", "pk = :p AND sk > :b", """{"pk": {"S": "x"}, "sk": {"S": "c"}}"""),
        From("without sort key", "pk = :p", """{"pk": {"S": "p"}}"""), From("of another type", "pk = :p",
            """{"pk": {"S": "p"}, "sk": {"N": "1"}}"""),
        From("with more than the key", "pk = :p", """{"pk": {"S": "p"}, "sk": {"S": "c"}, "x": {"S": "c"}}"""),
        Pages("forward", forward: true), Pages("backward", forward: false),
        Sorted("numbers", ScalarAttributeType.N, """{"N": "10"}""", """{"N": "9"}""", """{"N": "-1.5"}""", """{"N": "1e3"}""",
            """{"N": "0.001"}""", """{"N": "0"}""", """{"N": "-20"}"""),
        Sorted("binaries", ScalarAttributeType.B, """{"B": "/w=="}""", """{"B": "AA=="}""", """{"B": "AAA="}""", """{"B": "gA=="}"""),
        Sorted("strings", ScalarAttributeType.S,
            """{"S": "b"}""", """{"S": "B"}""", """{"S": "é"}""", """{"S": "😀"}""", """{"S": "\uffee"}"""),
        .. new[] { "pk = :p", "pk = :p AND n = :n", "n = :n" }.Select(text => new ContractCase($"query without sort key {text}",
            async table =>
        {
            await table.PutAsync("""{"pk": {"S": "p"}, "n": {"N": "1"}}""");
            return await AskAsync(table, table.Name, text, new QueryRequest());
        })),
        new("query of a table that is not there", table => AskAsync(table, "not-there", "pk = :p", new QueryRequest())),
        new("query that costs what it looks at", PageOfMegabyteAsync),
    ];

    private static ContractCase Of(string name, string? text, QueryRequest request) => new(name, table =>
        SortedTable.WithAsync(table, ScalarAttributeType.S, async sorted =>
    {
        foreach (var (sort, number) in new[] { ("a", "0"), ("b", "1"), ("c", "2"), ("cc", "3"), ("d", "4"), ("e", "5") })
        {
            await table.Client.PutItemAsync(sorted,
                Wire.Map($$$"""{"pk": {"S": "p"}, "sk": {"S": "{{{sort}}}"}, "n": {"N": "{{{number}}}"}}"""));
        }

        await table.Client.PutItemAsync(sorted, Wire.Map("""{"pk": {"S": "q"}, "sk": {"S": "c"}}"""));
        return await AskAsync(table, sorted, text, request);
    }));

    private static ContractCase From(string name, string text, string key) =>
        Of($"query from a key {name}", text, new QueryRequest { ExclusiveStartKey = Wire.Map(key) });

    private static async Task<string> AskAsync(ContractTable table, string name, string? text, QueryRequest asked)
    {
        Given.Give($"{text} {asked.FilterExpression}", moreNames: null, asked.ExpressionAttributeValues, out var names, out var values);
        var page = await table.Client.QueryAsync(new QueryRequest(name)
        {
            KeyConditionExpression = text,
            ExpressionAttributeNames = names,
            ExpressionAttributeValues = values,
            FilterExpression = asked.FilterExpression,
            ProjectionExpression = asked.ProjectionExpression,
            Limit = asked.Limit,
            ScanIndexForward = asked.ScanIndexForward,
            Select = asked.Select,
            ConsistentRead = asked.ConsistentRead,
            IndexName = asked.IndexName,
            ExclusiveStartKey = asked.ExclusiveStartKey,
            ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
        });
        return $"{Shown.InOrder(page.Items)} count {Shown.Number(page.Count)} of {Shown.Number(page.ScannedCount)}, "
            + $"last {Shown.Item(page.LastEvaluatedKey is { Count: > 0 } last ? last : null)}, {Shown.Units(page.ConsumedCapacity)}";
    }

    private static ContractCase Pages(string name, bool forward) => new($"query pages of two {name}", table =>
        SortedTable.WithAsync(table, ScalarAttributeType.N, async sorted =>
    {
        for (var i = 0; i < 5; i++)
            await table.Client.PutItemAsync(sorted, Wire.Map($$$"""{"pk": {"S": "p"}, "sk": {"N": "{{{Shown.Number(i)}}}"}}"""));
        var request = new QueryRequest(sorted)
        {
            KeyConditionExpression = "pk = :p",
            ExpressionAttributeValues = Wire.Map("""{":p": {"S": "p"}}"""),
            Limit = 2,
            ScanIndexForward = forward,
        };
        var pages = new List<string>();
        do
        {
            var page = await table.Client.QueryAsync(request);
            pages.Add(Shown.InOrder(page.Items));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return string.Join(" + ", pages);
    }));

    private static ContractCase Sorted(string name, ScalarAttributeType type, params string[] keys) => new($"query sorts {name}", table =>
        SortedTable.WithAsync(table, type, async sorted =>
    {
        foreach (var key in keys) await table.Client.PutItemAsync(sorted, Wire.Map($$$"""{"pk": {"S": "p"}, "sk": {{{key}}}}"""));
        return await AskAsync(table, sorted, "pk = :p", new QueryRequest());
    }));

    // The small one first, as the large ones use up what a partition gives in a second.
    private static Task<string> PageOfMegabyteAsync(ContractTable table) =>
        SortedTable.WithAsync(table, ScalarAttributeType.N, async sorted =>
    {
        var text = new string('x', 250_000);
        await table.Client.PutItemAsync(sorted, Wire.Map("""{"pk": {"S": "p"}, "sk": {"N": "9"}}"""));
        for (var i = 0; i < 5; i++)
        {
            await table.Client.PutItemAsync(sorted,
                Wire.Map($$$"""{"pk": {"S": "p"}, "sk": {"N": "{{{Shown.Number(i)}}}"}, "v": {"S": "{{{text}}}"}}"""));
        }

        return await AskAsync(table, sorted, "pk = :p", new QueryRequest { ProjectionExpression = "sk" });
    });
}
