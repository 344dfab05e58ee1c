using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace LocalDynamo.Tests.Contract;

/// <summary>A fresh table with the string key <c>pk</c> (and <c>sk</c>, a number, where asked for) on some server.</summary>
internal sealed class ContractTable(AmazonDynamoDBClient client, string name)
{
    public AmazonDynamoDBClient Client => client;

    public string Name => name;

    /// <summary>Runs a case on a table of its own and gives its answer.</summary>
    public static async Task<string> RunAsync(AmazonDynamoDBClient client, ContractCase contractCase)
    {
        var table = new ContractTable(client, "contract-" + Guid.NewGuid().ToString("N"));
        await table.CreateAsync(new CreateTableRequest
        {
            TableName = table.Name,
            KeySchema = [new("pk", KeyType.HASH)],
            AttributeDefinitions = [new("pk", ScalarAttributeType.S)],
            BillingMode = BillingMode.PAY_PER_REQUEST,
        });
        try
        {
            // Names differ from run to run; the answers must not.
            return (await AnswerAsync(() => contractCase.Act(table))).Replace(table.Name, "<table>", StringComparison.Ordinal);
        }
        finally
        {
            await client.DeleteTableAsync(table.Name);
        }
    }

    /// <summary>What an action answers, or the type and message of its error.</summary>
    public static async Task<string> AnswerAsync(Func<Task<string>> act)
    {
        try
        {
            return await act();
        }
        catch (AmazonServiceException error)
        {
            return $"{error.ErrorCode}: {error.Message}";
        }
    }

    public async Task CreateAsync(CreateTableRequest request)
    {
        await client.CreateTableAsync(request);
        await WaitUntilActiveAsync(request.TableName);
    }

    public async Task WaitUntilActiveAsync(string table)
    {
        while ((await client.DescribeTableAsync(table)).Table.TableStatus != TableStatus.ACTIVE) await Task.Delay(10);
    }

    public async Task PutAsync(string json) => await client.PutItemAsync(name, Wire.Map(json));

    /// <summary>Puts an item and reads it back.</summary>
    public async Task<string> RoundTripAsync(string json)
    {
        var item = Wire.Map(json);
        await client.PutItemAsync(name, item);
        var key = new Dictionary<string, AttributeValue> { ["pk"] = item["pk"] };
        return Shown.Item((await client.GetItemAsync(name, key, consistentRead: true)).Item);
    }
}
