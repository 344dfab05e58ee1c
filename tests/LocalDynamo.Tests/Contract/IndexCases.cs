using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>Global secondary indexes: what they hold, what they cost, and how they are read.</summary>
internal static class IndexCases
{
    private const string Whole = """{"pk": {"S": "1"}, "g": {"S": "g"}, "s": {"S": "s"}, "a": {"S": "a"}, "b": {"S": "b"}}""";

    public static IEnumerable<ContractCase> All() =>
        [
        Write("index of a new item", before: null, Whole), Write("index of an item that stays", Whole, Whole),
        Write("index of an attribute that it does not hold", Whole,
            """{"pk": {"S": "1"}, "g": {"S": "g"}, "s": {"S": "s"}, "a": {"S": "a"}, "b": {"S": "other"}}"""),
        Write("index of an attribute that it holds", Whole,
            """{"pk": {"S": "1"}, "g": {"S": "g"}, "s": {"S": "s"}, "a": {"S": "other"}, "b": {"S": "b"}}"""),
        Write("index whose sort key changes", Whole,
            """{"pk": {"S": "1"}, "g": {"S": "g"}, "s": {"S": "other"}, "a": {"S": "a"}, "b": {"S": "b"}}"""),
        Write("index whose partition key changes", Whole,
            """{"pk": {"S": "1"}, "g": {"S": "other"}, "s": {"S": "s"}, "a": {"S": "a"}, "b": {"S": "b"}}"""),
        Write("index whose sort key goes", Whole, """{"pk": {"S": "1"}, "g": {"S": "g"}, "a": {"S": "a"}, "b": {"S": "b"}}"""),
        Write("index that an item leaves", Whole, """{"pk": {"S": "1"}, "a": {"S": "a"}}"""),
        Write("index that an item is not in", before: null, """{"pk": {"S": "1"}, "s": {"S": "s"}}"""),
        Write("index of large items", before: null,
            $$$"""
            {"pk": {"S": "1"}, "g": {"S": "g"}, "s": {"S": "s"}, "a": {"S": "{{{new string('x', 1500)}}}"},
             "b": {"S": "{{{new string('x', 3000)}}}"}}
            """),
        Write("index key of another type", before: null, """{"pk": {"S": "1"}, "g": {"N": "1"}}"""),
        Write("index key that is empty", before: null, """{"pk": {"S": "1"}, "g": {"S": ""}}"""),
        Update("index of an update", "SET g = :v", """{":v": {"S": "other"}}"""), Update("index that an update leaves", "REMOVE g", null),
        Update("index that an update does not touch", "SET zz = :v", """{":v": {"S": "other"}}"""),
        Update("index key that an update empties", "SET g = :v", """{":v": {"S": ""}}"""),
        IndexTable.Case("index of a deleted item", async (table, name) =>
        {
            await table.Client.PutItemAsync(name, Wire.Map(Whole));
            var answer = await table.Client.DeleteItemAsync(new DeleteItemRequest(name, Wire.Map("""{"pk": {"S": "1"}}"""))
            {
                ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
            });
            return $"{Shown.Units(answer.ConsumedCapacity)}, {await IndexTable.HeldAsync(table, name)}";
        }),
        IndexTable.Case("a table with indexes is described", async (table, name) =>
        {
            await table.Client.PutItemAsync(name, Wire.Map(Whole));
            return IndexTable.Describe((await table.Client.DescribeTableAsync(name)).Table);
        }),
        .. Reads(),
    ];

    private static IEnumerable<ContractCase> Reads() =>
        [
        Query("query by index", "keys", new QueryRequest()), Query("query by index that holds some", "some", new QueryRequest()),
        Query("query by index that holds all", "all", new QueryRequest { Select = Select.ALL_ATTRIBUTES }),
        Query("query by index for two", "keys", new QueryRequest { Limit = 2 }),
        Query("query by index backward for two", "keys", new QueryRequest { Limit = 2, ScanIndexForward = false }),
        Query("query by index that is consistent", "keys", new QueryRequest { ConsistentRead = true }),
        Query("query by index for what it does not hold", "keys", new QueryRequest { Select = Select.ALL_ATTRIBUTES }),
        Query("query by index for what it holds", "keys", new QueryRequest { Select = Select.ALL_PROJECTED_ATTRIBUTES }),
        Query("query by index for what it holds, and some", "keys",
            new QueryRequest { Select = Select.ALL_PROJECTED_ATTRIBUTES, ProjectionExpression = "s" }),
        Query("query by index with projection", "some", new QueryRequest { ProjectionExpression = "a" }),
        Query("query by index with projection of more", "keys", new QueryRequest { ProjectionExpression = "a" }),
        Query("query by index with filter", "some", new QueryRequest { FilterExpression = "a = :g" }),
        Query("query by index with filter of more", "keys", new QueryRequest { FilterExpression = "a = :g" }),
        Query("query by index with filter on its key", "keys", new QueryRequest { FilterExpression = "s = :g" }),
        Query("query by index with filter on the table's key", "keys", new QueryRequest { FilterExpression = "pk = :g" }),
        Query("query by index from a key", "keys",
            new QueryRequest { ExclusiveStartKey = Wire.Map("""{"pk": {"S": "2"}, "g": {"S": "g"}, "s": {"S": "s2"}}""") }),
        Query("query by index from half a key", "keys",
            new QueryRequest { ExclusiveStartKey = Wire.Map("""{"g": {"S": "g"}, "s": {"S": "s2"}}""") }),
        Query("query by index from a key of another type", "keys",
            new QueryRequest { ExclusiveStartKey = Wire.Map("""{"pk": {"N": "2"}, "g": {"S": "g"}, "s": {"S": "s2"}}""") }),
        Query("query by index that is not there", "none", new QueryRequest()),
        Query("query by index with the table's key", "all", new QueryRequest { KeyConditionExpression = "pk = :g" }),
        Scan("scan of an index", new ScanRequest { IndexName = "keys" }),
        Scan("scan of an index that is consistent", new ScanRequest { IndexName = "keys", ConsistentRead = true }),
        Scan("scan of an index for what it does not hold", new ScanRequest { IndexName = "keys", Select = Select.ALL_ATTRIBUTES }),
        Scan("scan of an index with projection of more", new ScanRequest { IndexName = "keys", ProjectionExpression = "a" }),
        Scan("scan of an index from half a key",
            new ScanRequest { IndexName = "keys", ExclusiveStartKey = Wire.Map("""{"pk": {"S": "2"}}""") }),
    ];

    private static ContractCase Write(string name, string? before, string after) => IndexTable.Case(name, async (table, indexed) =>
    {
        if (before is not null) await table.Client.PutItemAsync(indexed, Wire.Map(before));
        var answer = await table.Client.PutItemAsync(new PutItemRequest(indexed, Wire.Map(after))
        {
            ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
        });
        return $"{Shown.Units(answer.ConsumedCapacity)}, {await IndexTable.HeldAsync(table, indexed)}";
    });

    private static ContractCase Update(string name, string text, string? values) => IndexTable.Case(name, async (table, indexed) =>
    {
        await table.Client.PutItemAsync(indexed, Wire.Map(Whole));
        var answer = await table.Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = indexed,
            Key = Wire.Map("""{"pk": {"S": "1"}}"""),
            UpdateExpression = text,
            ExpressionAttributeValues = values is null ? null : Wire.Map(values),
            ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
        });
        return $"{Shown.Units(answer.ConsumedCapacity)}, {await IndexTable.HeldAsync(table, indexed)}";
    });

    private static ContractCase Query(string name, string index, QueryRequest asked) => IndexTable.Case(name, async (table, indexed) =>
    {
        await FillAsync(table, indexed);
        var page = await table.Client.QueryAsync(new QueryRequest(indexed)
        {
            IndexName = index,
            KeyConditionExpression = asked.KeyConditionExpression ?? "g = :g",
            ExpressionAttributeValues = Wire.Map("""{":g": {"S": "g"}}"""),
            FilterExpression = asked.FilterExpression,
            ProjectionExpression = asked.ProjectionExpression,
            Limit = asked.Limit,
            ScanIndexForward = asked.ScanIndexForward,
            Select = asked.Select,
            ConsistentRead = asked.ConsistentRead,
            ExclusiveStartKey = asked.ExclusiveStartKey,
            ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
        });
        var last = page.LastEvaluatedKey is { Count: > 0 } key ? key : null;
        // Items of one key have no order that servers share.
        var items = index == "keys" ? Shown.InOrder(page.Items) : Shown.Items(page.Items);
        return $"{items} of {Shown.Number(page.ScannedCount)}, last {Shown.Item(last)}, {Shown.Units(page.ConsumedCapacity)}";
    });

    private static ContractCase Scan(string name, ScanRequest asked) => IndexTable.Case(name, async (table, indexed) =>
    {
        await FillAsync(table, indexed);
        asked.TableName = indexed;
        asked.ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES;
        var page = await table.Client.ScanAsync(asked);
        return $"{Shown.Items(page.Items)} of {Shown.Number(page.ScannedCount)}, {Shown.Units(page.ConsumedCapacity)}";
    });

    private static async Task FillAsync(ContractTable table, string indexed)
    {
        foreach (var i in new[] { "1", "2", "3" })
        {
            await table.Client.PutItemAsync(indexed, Wire.Map(
                $$$"""{"pk": {"S": "{{{i}}}"}, "g": {"S": "g"}, "s": {"S": "s{{{i}}}"}, "a": {"S": "g"}, "b": {"S": "b"}}"""));
        }

        await table.Client.PutItemAsync(indexed, Wire.Map("""{"pk": {"S": "4"}, "s": {"S": "s4"}}"""));
        await table.Client.PutItemAsync(indexed, Wire.Map("""{"pk": {"S": "5"}, "g": {"S": "other"}, "s": {"S": "s5"}}"""));
    }
}
