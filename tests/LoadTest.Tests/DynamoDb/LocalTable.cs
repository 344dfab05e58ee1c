using Amazon.DynamoDBv2;
using LoadTest.DynamoDb;
using LoadTest.Items;
using LocalDynamo;
using BillingMode = LoadTest.Configuration.Values.BillingMode;

namespace LoadTest.Tests.DynamoDb;

/// <summary>An embedded server with a connection to it, and the parts that a run makes of them.</summary>
internal sealed class LocalTable : IAsyncDisposable
{
    private readonly LocalDynamoServer _server;

    private LocalTable(LocalDynamoServer server)
    {
        _server = server;
        Connection = Connection.ToLocalServer(server.Endpoint);
        Control = Connection.ControlClient();
        Failures = new AwsFailures(Connection.Place, Connection.Identity);
        TestTable = new TestTable(Control, new TableGuard(Control, Failures, Connection.IsLoopback), Failures, TimeProvider.System);
    }

    public Connection Connection { get; }

    public AmazonDynamoDBClient Control { get; }

    public AwsFailures Failures { get; }

    public TestTable TestTable { get; }

    public ItemGenerator Items { get; private init; } = new("run", 1, 400, DateTimeOffset.UnixEpoch);

    public LocalDynamoCounters Counters => _server.Counters;

    public static async Task<LocalTable> StartAsync(LocalDynamoOptions? options = null, int itemSize = 400) =>
        new(await LocalDynamoServer.StartAsync(options ?? new LocalDynamoOptions(), TimeProvider.System, CancellationToken.None))
        {
            Items = new ItemGenerator("run", 1, itemSize, DateTimeOffset.UnixEpoch),
        };

    public static TableSettings Settings(bool mayCreate = true, int? units = null) =>
        new("items", mayCreate, units is null ? BillingMode.PayPerRequest : BillingMode.Provisioned, units ?? 5, units ?? 5, TableKeys.PartitionKeyAlone);

    public async Task<PreparedTable> CreateAsync(int? units = null) =>
        await TestTable.PrepareAsync(Settings(units: units), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Control.Dispose();
        await _server.DisposeAsync();
    }
}
