using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace LocalDynamo.Tests;

/// <summary>A server on a free port and an SDK client for it that hides no retry.</summary>
internal sealed class LocalTestServer : IAsyncDisposable
{
    private LocalTestServer(LocalDynamoServer server)
    {
        Server = server;
        Client = ClientFor(server.Endpoint);
    }

    public LocalDynamoServer Server { get; }

    public AmazonDynamoDBClient Client { get; }

    public static async Task<LocalTestServer> StartAsync(LocalDynamoOptions? options = null, TimeProvider? time = null) =>
        new(await LocalDynamoServer.StartAsync(options ?? new LocalDynamoOptions(), time ?? TimeProvider.System, CancellationToken.None));

    public static AmazonDynamoDBClient ClientFor(Uri endpoint) => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonDynamoDBConfig
        {
            ServiceURL = endpoint.ToString(),
            AuthenticationRegion = "eu-west-1",
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = 0,
        });

    /// <summary>Creates a table with a string key <c>pk</c> and waits until it is ACTIVE.</summary>
    public async Task<string> CreateTableAsync(string name = "items", long? units = null)
    {
        await Client.CreateTableAsync(new CreateTableRequest
        {
            TableName = name,
            KeySchema = [new KeySchemaElement("pk", KeyType.HASH)],
            AttributeDefinitions = [new AttributeDefinition("pk", ScalarAttributeType.S)],
            BillingMode = units is null ? BillingMode.PAY_PER_REQUEST : BillingMode.PROVISIONED,
            ProvisionedThroughput = units is null ? null : new ProvisionedThroughput(units.Value, units.Value),
        });
        while ((await Client.DescribeTableAsync(name)).Table.TableStatus != TableStatus.ACTIVE) await Task.Delay(10);
        return name;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
