using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>BatchWriteItem.</summary>
internal static class BatchWriteCases
{
    public static IEnumerable<ContractCase> All() =>
        [
        Of("batch", [Put("1"), Put("2"), Delete("3")]), Of("batch that deletes what is there", [Delete("there"), Put("1")]),
        Of("the largest batch", [.. Enumerable.Range(0, 25).Select(i => Put(Keys.Of(i)))]),
        Of("a batch too large", [.. Enumerable.Range(0, 26).Select(i => Put(Keys.Of(i)))]),
        Of("batch without writes", []), Of("batch that puts twice", [Put("1"), Put("1")]),
        Of("batch that puts and deletes", [Put("1"), Delete("1")]),
        Of("batch entry that is both",
            [new WriteRequest { PutRequest = Put("1").PutRequest, DeleteRequest = Delete("2").DeleteRequest }]),
        Of("batch entry that is nothing", [new WriteRequest()]),
        Of("batch with an item without key", [new WriteRequest(new PutRequest(Wire.Map("""{"x": {"S": "1"}}""")))]),
        Of("batch with a wrong key", [new WriteRequest(new DeleteRequest(Wire.Map("""{"x": {"S": "1"}}""")))]),
        Of("batch with an empty value", [new WriteRequest(new PutRequest(Wire.Map("""{"pk": {}}""")))]),
        Of("batch with an item too large",
            [new WriteRequest(new PutRequest(Wire.Map($$$"""{"pk": {"S": "1"}, "v": {"S": "{{{new string('x', 400 * 1024)}}}"}}""")))]),
        new("batch for no table", async table =>
            Answer(await table.Client.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = [] }))),
        new("batch for a table that is not there", async table => Answer(await table.Client.BatchWriteItemAsync(
            new BatchWriteItemRequest { RequestItems = new() { ["not-there"] = [Put("1")] } }))),
    ];

    private static ContractCase Of(string name, List<WriteRequest> writes) => new(name, async table =>
    {
        await table.PutAsync("""{"pk": {"S": "there"}}""");
        var answer = await table.Client.BatchWriteItemAsync(new BatchWriteItemRequest
        {
            RequestItems = new() { [table.Name] = writes },
            ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
        });
        return $"{Answer(answer)}, then {Shown.Items((await table.Client.ScanAsync(new ScanRequest(table.Name))).Items)}";
    });

    private static string Answer(BatchWriteItemResponse answer) =>
        $"unprocessed {Shown.Number(answer.UnprocessedItems?.Count ?? 0)}, "
        + string.Join(", ", (answer.ConsumedCapacity ?? []).Select(Shown.Units));

    private static WriteRequest Put(string key) => new(new PutRequest(Wire.Map($$$"""{"pk": {"S": "{{{key}}}"}}""")));

    private static WriteRequest Delete(string key) => new(new DeleteRequest(Wire.Map($$$"""{"pk": {"S": "{{{key}}}"}}""")));
}
