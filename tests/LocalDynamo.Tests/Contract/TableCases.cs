using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>Tables: what they are described as, and what cannot be created, changed or deleted.</summary>
internal static class TableCases
{
    private const string Key = """{"pk": {"S": "a"}}""";

    private static readonly ProvisionedThroughput Five = new(5, 5);

    public static IEnumerable<ContractCase> All() =>
        [
        Create("create", _ => { }), Create("create provisioned", Provisioned), Create("create with sort key", request =>
        {
            request.KeySchema.Add(new KeySchemaElement("sk", KeyType.RANGE));
            request.AttributeDefinitions.Add(new AttributeDefinition("sk", ScalarAttributeType.B));
        }),
        Create("create with a short name", request => request.TableName = "ab"),
        Create("create with a wrong name", request => request.TableName = "a;bcd"),
        Create("create without units", request => request.BillingMode = BillingMode.PROVISIONED),
        Create("create without billing", request => request.BillingMode = null),
        Create("create with no units", request => Provisioned(request, new ProvisionedThroughput(0, 5))),
        Create("create without keys", request => request.KeySchema = null),
        Create("create without definitions", request => request.AttributeDefinitions = null),
        Create("create with sort key alone", request => request.KeySchema = [new("pk", KeyType.RANGE)]),
        Create("create with an undefined key", request => request.KeySchema = [new("xx", KeyType.HASH)]),
        Create("create with the same definition twice", request => request.AttributeDefinitions.Add(new("pk", ScalarAttributeType.S))),
        Create("create with a definition too many", request => request.AttributeDefinitions.Add(new("x", ScalarAttributeType.S))),
        Create("create with a wrong type", request => request.AttributeDefinitions = [new("pk", "X")]),
        Create("create with one key twice", request => request.KeySchema.Add(new("pk", KeyType.RANGE))),
        Create("create with two partition keys", request => request.KeySchema.Add(new("sk", KeyType.HASH))),
        Of("create what is there", table => table.Client.CreateTableAsync(Request(table.Name))),
        Of("describe nothing", table => table.Client.DescribeTableAsync("not-there")),
        Of("delete nothing", table => table.Client.DeleteTableAsync("not-there")),
        Of("put into nothing", table => table.Client.PutItemAsync("not-there", Wire.Map(Key))),
        Of("get from nothing", table => table.Client.GetItemAsync("not-there", Wire.Map(Key))),
        Of("scan nothing", table => table.Client.ScanAsync(new ScanRequest("not-there"))),
        Of("list too many", table => table.Client.ListTablesAsync(101)), Of("list none", table => table.Client.ListTablesAsync(0)),
        new("describe counts items", CountAsync), new("list after the last", ListAfterAsync),
        Update("update to other units", new UpdateTableRequest { ProvisionedThroughput = new(7, 3) }),
        Update("update to the same units", new UpdateTableRequest { ProvisionedThroughput = Five }),
        Update("update of nothing", new UpdateTableRequest()),
        Update("update to on-demand", new UpdateTableRequest { BillingMode = BillingMode.PAY_PER_REQUEST }),
        Update("update to provisioned without units", new UpdateTableRequest { BillingMode = BillingMode.PROVISIONED }),
        Update("update to no units", new UpdateTableRequest { ProvisionedThroughput = new(0, 1) }),
        new("a protected table is not deleted", ProtectedAsync),
    ];

    private static ContractCase Of(string name, Func<ContractTable, Task> act) => new(name, async table =>
    {
        await act(table);
        return "done";
    });

    private static async Task<string> CountAsync(ContractTable table)
    {
        await table.PutAsync(Key);
        return Shown.Number((await table.Client.DescribeTableAsync(table.Name)).Table.ItemCount);
    }

    private static async Task<string> ListAfterAsync(ContractTable table)
    {
        var list = await table.Client.ListTablesAsync(new ListTablesRequest { ExclusiveStartTableName = table.Name + "zzz", Limit = 100 });
        return Shown.Number(list.TableNames.Count(name => name == table.Name));
    }

    private static ContractCase Create(string name, Action<CreateTableRequest> change) => new(name, async table =>
    {
        var request = Request(table.Name + "-too");
        change(request);
        try
        {
            await table.CreateAsync(request);
            return Describe((await table.Client.DescribeTableAsync(request.TableName)).Table);
        }
        finally
        {
            await ContractTable.AnswerAsync(async () =>
                (await table.Client.DeleteTableAsync(table.Name + "-too")).TableDescription.TableName);
        }
    });

    private static ContractCase Update(string name, UpdateTableRequest update) => new(name, async table =>
    {
        var request = Request(table.Name + "-too");
        Provisioned(request);
        await table.CreateAsync(request);
        try
        {
            update.TableName = request.TableName;
            await table.Client.UpdateTableAsync(update);
            await table.WaitUntilActiveAsync(request.TableName);
            return Describe((await table.Client.DescribeTableAsync(request.TableName)).Table);
        }
        finally
        {
            await table.Client.DeleteTableAsync(request.TableName);
        }
    });

    private static async Task<string> ProtectedAsync(ContractTable table)
    {
        await table.Client.UpdateTableAsync(new UpdateTableRequest { TableName = table.Name, DeletionProtectionEnabled = true });
        await table.WaitUntilActiveAsync(table.Name);
        var refused = await ContractTable.AnswerAsync(async () =>
            (await table.Client.DeleteTableAsync(table.Name)).TableDescription.TableName);
        await table.Client.UpdateTableAsync(new UpdateTableRequest { TableName = table.Name, DeletionProtectionEnabled = false });
        await table.WaitUntilActiveAsync(table.Name);
        return refused;
    }

    private static CreateTableRequest Request(string name) => new()
    {
        TableName = name,
        KeySchema = [new("pk", KeyType.HASH)],
        AttributeDefinitions = [new("pk", ScalarAttributeType.S)],
        BillingMode = BillingMode.PAY_PER_REQUEST,
    };

    private static void Provisioned(CreateTableRequest request) => Provisioned(request, Five);

    private static void Provisioned(CreateTableRequest request, ProvisionedThroughput units)
    {
        request.BillingMode = BillingMode.PROVISIONED;
        request.ProvisionedThroughput = units;
    }

    private static string Describe(TableDescription table) =>
        string.Join("; ", [
            $"{table.TableName} {table.TableStatus.Value} keys "
            + string.Join(", ", table.KeySchema.Select(key => $"{key.AttributeName} {key.KeyType.Value}")),
            string.Join(", ", table.AttributeDefinitions.Select(attribute => $"{attribute.AttributeName} {attribute.AttributeType.Value}")),
            $"read {Shown.Number(table.ProvisionedThroughput.ReadCapacityUnits)}, "
            + $"write {Shown.Number(table.ProvisionedThroughput.WriteCapacityUnits)}, "
            + $"billing {table.BillingModeSummary?.BillingMode.Value ?? "default"}, items {Shown.Number(table.ItemCount)}, "
            + $"protected {table.DeletionProtectionEnabled}",
        ]);
}
