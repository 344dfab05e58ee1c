using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>What PutItem, DeleteItem and GetItem answer with: old values, units, the item that made a condition fail.</summary>
internal static class WriteCases
{
    public static IEnumerable<ContractCase> All() =>
        [
        Put("put answers with the old item", new PutItemRequest { ReturnValues = ReturnValue.ALL_OLD }, exists: true),
        Put("put of a new item has no old one", new PutItemRequest { ReturnValues = ReturnValue.ALL_OLD }, exists: false),
        Put("put cannot answer with the new item", new PutItemRequest { ReturnValues = ReturnValue.ALL_NEW }, exists: true),
        Put("put with unknown return values", new PutItemRequest { ReturnValues = "FOO" }, exists: true),
        Put("put says its units", new PutItemRequest { ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL }, exists: true),
        Put("put says its units by index", new PutItemRequest { ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES }, exists: true),
        Put("put with collection metrics", new PutItemRequest { ReturnItemCollectionMetrics = ReturnItemCollectionMetrics.SIZE },
        exists: true),
        Put("put whose condition fails says the item", Failing(ReturnValuesOnConditionCheckFailure.ALL_OLD), exists: true),
        Put("put whose condition fails says nothing", Failing(failure: null), exists: true),
        Put("put with an unknown answer to failure", Failing("FOO"), exists: true),
        Put("values without an expression", new PutItemRequest { ExpressionAttributeValues = Wire.Map("""{":v": {"N": "1"}}""") },
        exists: true),
        Put("a value that is not used",
        new PutItemRequest { ConditionExpression = "attribute_exists(pk)",
        ExpressionAttributeValues = Wire.Map("""{":v": {"N": "1"}}""") }, exists: true),
        Put("a value without :", new PutItemRequest { ConditionExpression = "attribute_exists(pk)",
        ExpressionAttributeValues = Wire.Map("""{"v": {"N": "1"}}""") }, exists: true),
        Put("a value that is empty", new PutItemRequest { ConditionExpression = "pk = :v",
        ExpressionAttributeValues = Wire.Map("""{":v": {}}""") }, exists: true),
        Put("a value of two types", new PutItemRequest { ConditionExpression = "pk = :v",
        ExpressionAttributeValues = Wire.Map("""{":v": {"S": "a", "N": "1"}}""") }, exists: true),
        Delete("delete answers with the old item", new DeleteItemRequest { ReturnValues = ReturnValue.ALL_OLD }, exists: true),
        Delete("delete of nothing", new DeleteItemRequest { ReturnValues = ReturnValue.ALL_OLD,
        ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL }, exists: false),
        Delete("delete cannot answer with the new item", new DeleteItemRequest { ReturnValues = ReturnValue.ALL_NEW }, exists: true),
        Delete("delete whose condition fails", new DeleteItemRequest { ConditionExpression = "attribute_not_exists(pk)" }, exists: true),
        Delete("delete whose condition holds",
        new DeleteItemRequest { ConditionExpression = "attribute_exists(v)", ReturnValues = ReturnValue.ALL_OLD }, exists: true),
        Delete("delete of nothing on condition", new DeleteItemRequest { ConditionExpression = "attribute_exists(pk)" }, exists: false),
        .. new[] { 1, 1019, 1020, 4000, 10_000 }.SelectMany(bytes =>
            new[] { Cost(bytes, consistent: false), Cost(bytes, consistent: true) }),
        new("get of nothing costs a half", async table => Shown.Units((await table.Client.GetItemAsync(new GetItemRequest
        {
            TableName = table.Name, Key = Wire.Map("""{"pk": {"S": "a"}}"""), ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        })).ConsumedCapacity)),
        new("a smaller item costs what the larger did", async table =>
        {
            await table.PutAsync($$$"""{"pk": {"S": "a"}, "v": {"S": "{{{new string('x', 5000)}}}"}}""");
            var put = Request("a");
            put.TableName = table.Name;
            return Shown.Units((await table.Client.PutItemAsync(put)).ConsumedCapacity);
        }),
    ];

    private static PutItemRequest Failing(ReturnValuesOnConditionCheckFailure? failure) =>
        new() { ConditionExpression = "attribute_not_exists(pk)", ReturnValuesOnConditionCheckFailure = failure };

    private static PutItemRequest Request(string key) =>
        new() { Item = Wire.Map($$$"""{"pk": {"S": "{{{key}}}"}}"""), ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL };

    private static ContractCase Put(string name, PutItemRequest request, bool exists) => new(name, async table =>
    {
        if (exists) await table.PutAsync("""{"pk": {"S": "a"}, "v": {"S": "old"}}""");
        request.TableName = table.Name;
        request.Item = Wire.Map("""{"pk": {"S": "a"}, "v": {"S": "new"}}""");
        try
        {
            var answer = await table.Client.PutItemAsync(request);
            return $"{Shown.Item(answer.Attributes)} {Shown.Units(answer.ConsumedCapacity)}";
        }
        catch (ConditionalCheckFailedException error)
        {
            return $"{error.ErrorCode}: {error.Message} {Shown.Item(error.Item)}";
        }
    });

    private static ContractCase Delete(string name, DeleteItemRequest request, bool exists) => new(name, async table =>
    {
        if (exists) await table.PutAsync("""{"pk": {"S": "a"}, "v": {"S": "old"}}""");
        request.TableName = table.Name;
        request.Key = Wire.Map("""{"pk": {"S": "a"}}""");
        var answer = await table.Client.DeleteItemAsync(request);
        var left = await table.Client.GetItemAsync(table.Name, request.Key);
        return $"{Shown.Item(answer.Attributes)} {Shown.Units(answer.ConsumedCapacity)} left {Shown.Item(left.Item)}";
    });

    private static ContractCase Cost(int bytes, bool consistent) =>
        new($"units of {Shown.Number(bytes)} bytes, consistent {consistent}", async table =>
    {
        var put = Request("a");
        put.TableName = table.Name;
        put.Item["v"] = new AttributeValue(new string('x', bytes));
        var written = await table.Client.PutItemAsync(put);
        var read = await table.Client.GetItemAsync(new GetItemRequest
        {
            TableName = table.Name,
            Key = Wire.Map("""{"pk": {"S": "a"}}"""),
            ConsistentRead = consistent,
            ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
        });
        return $"written {Shown.Units(written.ConsumedCapacity)}, read {Shown.Units(read.ConsumedCapacity)}";
    });
}
