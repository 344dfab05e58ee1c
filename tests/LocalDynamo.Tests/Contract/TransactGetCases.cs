using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>TransactGetItems.</summary>
internal static class TransactGetCases
{
    public static IEnumerable<ContractCase> All() =>
        [
        Of("transaction that gets", Get("a"), Get("b")), Of("transaction that gets nothing", Get("zz"), Get("a"), Get("yy")),
        Of("transaction that gets a part", Get("a", "v"), Get("b", "zz")), Of("transaction that gets one twice", Get("a"), Get("a")),
        Of("transaction that gets without any"), Of("transaction that gets without saying", new TransactGetItem()),
        Of("the largest transaction that gets", [.. Enumerable.Range(0, 100).Select(i => Get(Keys.Of(i)))]),
        Of("a transaction that gets too much", [.. Enumerable.Range(0, 101).Select(i => Get(Keys.Of(i)))]),
        Of("transaction that gets by another key", Get("a"), new TransactGetItem { Get = new Get { Key = Wire.Map(
            """{"x": {"S": "a"}}""") } }),
        Of("transaction that gets with a wrong projection", Get("a", "v,")),
        Of("transaction that gets with a name that is not used",
            new TransactGetItem { Get = new Get { Key = Wire.Map("""{"pk": {"S": "a"}}"""), ProjectionExpression = "v",
            ExpressionAttributeNames = new() { ["#v"] = "v" } } }),
        new("transaction that gets from a table that is not there", async table =>
        {
            var get = Get("a");
            get.Get.TableName = "not-there";
            return Answer(await table.Client.TransactGetItemsAsync(new TransactGetItemsRequest { TransactItems = [get] }));
        }),
    ];

    private static ContractCase Of(string name, params TransactGetItem[] gets) => new(name, async table =>
    {
        await table.PutAsync($$$"""{"pk": {"S": "a"}, "v": {"N": "1"}, "w": {"S": "{{{new string('x', 5000)}}}"}}""");
        await table.PutAsync("""{"pk": {"S": "b"}, "v": {"N": "2"}}""");
        foreach (var get in gets.Where(get => get.Get is not null)) get.Get.TableName = table.Name;
        try
        {
            return Answer(await table.Client.TransactGetItemsAsync(new TransactGetItemsRequest
            {
                TransactItems = [.. gets],
                ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            }));
        }
        catch (TransactionCanceledException error)
        {
            return $"{error.ErrorCode}: {error.Message}";
        }
    });

    private static TransactGetItem Get(string key, string? projection = null) =>
        new() { Get = new Get { Key = Wire.Map($$$"""{"pk": {"S": "{{{key}}}"}}"""), ProjectionExpression = projection } };

    private static string Answer(TransactGetItemsResponse answer) =>
        string.Join(" | ", answer.Responses.Select(found => Shown.Item(found.Item is { Count: > 0 } item ? item : null)))
            .Replace(new string('x', 5000), "<5000>", StringComparison.Ordinal)
        + ", " + string.Join(", ", (answer.ConsumedCapacity ?? []).Select(Shown.Units));
}
