using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>
/// A table beside the case's own with three indexes: <c>all</c> and <c>some</c> by the attribute <c>g</c>, and <c>keys</c> by <c>g</c> and
/// <c>s</c>. They hold everything, <c>a</c>, and nothing but keys.
/// </summary>
internal static class IndexTable
{
    public static ContractCase Case(string name, Func<ContractTable, string, Task<string>> act) => new(name, async table =>
    {
        var request = Request(table.Name + "-indexed");
        await table.CreateAsync(request);
        try
        {
            return await act(table, request.TableName);
        }
        finally
        {
            await table.Client.DeleteTableAsync(request.TableName);
        }
    });

    public static CreateTableRequest Request(string name) => new()
    {
        TableName = name,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        KeySchema = [new("pk", KeyType.HASH)],
        AttributeDefinitions = [new("pk", ScalarAttributeType.S), new("g", ScalarAttributeType.S), new("s", ScalarAttributeType.S)],
        GlobalSecondaryIndexes =
        [
            new() { IndexName = "all", KeySchema = [new("g", KeyType.HASH)], Projection = new() { ProjectionType = ProjectionType.ALL } },
            new()
            {
                IndexName = "keys", KeySchema = [new("g", KeyType.HASH), new("s", KeyType.RANGE)],
                Projection = new() { ProjectionType = ProjectionType.KEYS_ONLY },
            },
            new()
            {
                IndexName = "some", KeySchema = [new("g", KeyType.HASH)],
                Projection = new() { ProjectionType = ProjectionType.INCLUDE, NonKeyAttributes = ["a"] },
            },
        ],
    };

    /// <summary>What the three indexes hold.</summary>
    public static async Task<string> HeldAsync(ContractTable table, string name)
    {
        var held = new List<string>();
        foreach (var index in new[] { "all", "keys", "some" })
        {
            var page = await table.Client.ScanAsync(new ScanRequest(name) { IndexName = index });
            held.Add($"{index} {Shown.Items(page.Items)}");
        }

        return string.Join(", ", held).Replace(new string('x', 1500), "<1500>", StringComparison.Ordinal);
    }

    public static string Describe(TableDescription table) =>
        string.Join(", ", table.AttributeDefinitions.Select(attribute => attribute.AttributeName).Order(StringComparer.Ordinal)) + "; "
        + string.Join("; ", table.GlobalSecondaryIndexes.OrderBy(index => index.IndexName, StringComparer.Ordinal).Select(index =>
            $"{index.IndexName} {index.IndexStatus.Value} by {string.Join(", ", index.KeySchema.Select(key => key.AttributeName))}, "
            + $"{index.Projection.ProjectionType.Value} [{string.Join(", ", index.Projection.NonKeyAttributes ?? [])}], "
            + $"items {Shown.Number(index.ItemCount)}, read {Shown.Number(index.ProvisionedThroughput.ReadCapacityUnits)}"));
}
