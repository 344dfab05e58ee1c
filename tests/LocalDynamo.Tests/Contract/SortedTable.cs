using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>A table beside the case's own that has a sort key <c>sk</c>, and goes with the case.</summary>
internal static class SortedTable
{
    public static async Task<string> WithAsync(ContractTable table, ScalarAttributeType sortType, Func<string, Task<string>> act)
    {
        var name = table.Name + "-sorted";
        await table.CreateAsync(new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
            AttributeDefinitions = [new("pk", ScalarAttributeType.S), new("sk", sortType)],
        });
        try
        {
            return await act(name);
        }
        finally
        {
            await table.Client.DeleteTableAsync(name);
        }
    }
}
