using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>Primary keys, of items and of requests.</summary>
internal static class KeyCases
{
    private static readonly string[] Items =
    [
        """{"n": {"S": "a"}}""", """{}""", """{"pk": {"N": "1"}}""", """{"pk": {"S": ""}}""", """{"pk": {"NULL": true}}""",
        $$$"""{"pk": {"S": "{{{new string('k', 2048)}}}"}}""",
        $$$"""{"pk": {"S": "{{{new string('k', 2049)}}}"}}""",
    ];

    private static readonly string[] Keys =
    [
        """{"pk": {"S": "a"}}""", """{}""", """{"pk": {"S": "a"}, "x": {"S": "a"}}""", """{"pk": {"N": "1"}}""", """{"x": {"S": "a"}}""",
        """{"pk": {"S": ""}}""",
        $$$"""{"pk": {"S": "{{{new string('k', 2049)}}}"}}""",
    ];

    public static IEnumerable<ContractCase> All() =>
        [
        .. Items.Select(item => new ContractCase($"item with key {Shorter(item)}", async table =>
        {
            await table.PutAsync(item);
            return "stored";
        })),
        .. Keys.Select(key => new ContractCase($"get by {Shorter(key)}", async table =>
            Shown.Item((await table.Client.GetItemAsync(table.Name, Wire.Map(key))).Item))),
        .. Keys.Select(key => new ContractCase($"delete by {Shorter(key)}", async table =>
        {
            await table.Client.DeleteItemAsync(table.Name, Wire.Map(key));
            return "done";
        })),
        new("a sort key makes two items", SortKeyAsync),
        new("equal numbers are one key", NumberKeyAsync),
    ];

    private static async Task<string> SortKeyAsync(ContractTable table)
    {
        var name = await CreateAsync(table, ScalarAttributeType.S, withSort: true);
        try
        {
            await table.Client.PutItemAsync(name, Wire.Map("""{"pk": {"S": "a"}, "sk": {"N": "10"}}"""));
            await table.Client.PutItemAsync(name, Wire.Map("""{"pk": {"S": "a"}, "sk": {"N": "9"}}"""));
            var half = await ContractTable.AnswerAsync(async () =>
                Shown.Item((await table.Client.GetItemAsync(name, Wire.Map("""{"pk": {"S": "a"}}"""))).Item));
            var all = await table.Client.ScanAsync(new ScanRequest(name));
            return string.Join(" ", all.Items.Select(Shown.Item)) + " / " + half;
        }
        finally
        {
            await table.Client.DeleteTableAsync(name);
        }
    }

    private static async Task<string> NumberKeyAsync(ContractTable table)
    {
        var name = await CreateAsync(table, ScalarAttributeType.N, withSort: false);
        try
        {
            await table.Client.PutItemAsync(name, Wire.Map("""{"pk": {"N": "1"}, "v": {"S": "first"}}"""));
            await table.Client.PutItemAsync(name, Wire.Map("""{"pk": {"N": "1.00"}, "v": {"S": "second"}}"""));
            return Shown.Items((await table.Client.ScanAsync(new ScanRequest(name))).Items);
        }
        finally
        {
            await table.Client.DeleteTableAsync(name);
        }
    }

    private static async Task<string> CreateAsync(ContractTable table, ScalarAttributeType type, bool withSort)
    {
        var name = table.Name + "-too";
        await table.CreateAsync(new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = withSort ? [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)] : [new("pk", KeyType.HASH)],
            AttributeDefinitions = withSort ? [new("pk", type), new("sk", ScalarAttributeType.N)] : [new("pk", type)],
        });
        return name;
    }

    private static string Shorter(string json) => json.Length > 60 ? json[..20] + "... of " + Shown.Number(json.Length) : json;
}
