using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Configuration.Values;
using LoadTest.DynamoDb;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Reporting;
using LoadTest.Items;
using LoadTest.Operations;
using LoadTest.Wire;
using LocalDynamo;

namespace LoadTest.Tests.Operations;

/// <summary>A table of a server with items in it, and the engine that offers operations to it through either client.</summary>
internal sealed class OperationLab : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly LocalDynamoServer? _server;
    private readonly Connection _connection;

    private OperationLab(LocalDynamoServer? server, Uri endpoint, TableKeys keys)
    {
        _server = server;
        _connection = Connection.ToLocalServer(endpoint);
        Control = _connection.ControlClient();
        Items = new ItemGenerator(new ItemForm
        {
            RunId = "lab",
            Seed = 5,
            Sizes = new FixedSizes(700),
            StartedAt = DateTimeOffset.UnixEpoch.AddYears(56),
            Keys = keys,
            ItemsPerPartition = 5,
        });
    }

    public static TableKeys PlainKeys { get; } = TableKeys.PartitionKeyAlone;

    public static TableKeys SortedKeys { get; } = new("sk", new IndexKeys("by-owner", "owner", "at"));

    public AmazonDynamoDBClient Control { get; }

    public ItemGenerator Items { get; }

    public WriteLedger Ledger { get; } = new();

    /// <summary>The units of the server's own counters: table, then index.</summary>
    public (CapacityUnitCounts Table, CapacityUnitCounts Index) Units => (UnitsOf("items"), UnitsOf("items/by-owner"));

    public static async Task<OperationLab> StartAsync(TableKeys keys, int preloaded, FaultOptions? faults = null)
    {
        var server = await LocalDynamoServer.StartAsync(
            new LocalDynamoOptions { EnforceCapacity = false, Faults = faults ?? new FaultOptions() }, TimeProvider.System, CancellationToken.None);
        return await StartAsync(server, server.Endpoint, keys, preloaded);
    }

    public static Task<OperationLab> StartAsync(Uri endpoint, TableKeys keys, int preloaded) => StartAsync(null, endpoint, keys, preloaded);

    public Task<LoadResult> RunAsync(LoadClient client, WorkloadPlan plan, OperationForm form, int count, int concurrency = 8) => RunAsync(
        client, plan with { Outstanding = concurrency }, form,
        new LoadPlan { Load = new Load.Closed(concurrency, count, null, 100), MaxDuration = TimeSpan.FromMinutes(5) }, Ledger);

    /// <summary>Performs a worker's share of a load.</summary>
    public async Task<LoadResult> RunAsync(LoadClient client, WorkloadPlan plan, OperationForm form, LoadPlan load, WriteLedger ledger)
    {
        var operations = OperationTable.Of("items", Items, form);
        using var sdk = _connection.LoadClient(Timeout, Timeout);
        var options = new WireOptions { Endpoint = _connection.LoadEndpoint(), Region = "us-east-1", ConnectTimeout = Timeout, RequestTimeout = Timeout };
        await using var wire = await WireClient.OpenAsync(
            options, _connection.Credentials, operations, client == LoadClient.Wire ? load.Lanes : 0, TimeProvider.System, CancellationToken.None);
        var workloads = new Dictionary<Phase, Workload> { [Phase.Measured] = new(plan, ledger) };
        var target = new TableTarget(
            workloads, operations,
            (number, clock) => client == LoadClient.Wire ? wire.OpenSender(number, clock) : new SdkSender(sdk, operations, clock, Timeout), beginsAtOnce: false);
        return await new LoadRun(load, target, TimeProvider.System).ExecuteAsync([], CancellationToken.None, CancellationToken.None);
    }

    public static WorkloadPlan Plan(string mix, int preloaded) => new()
    {
        Pattern = new OperationPattern(OperationMix.Parse(mix).Value!),
        Seed = 3,
        PreloadedItems = preloaded,
        Patience = Timeout,
        BatchItems = 7,
        TransactionItems = 3,
    };

    /// <summary>Holds the table against what a worker knows, as a run does.</summary>
    public Task<VerificationResult> VerifyAsync(WriteLedger ledger, VerificationScope scope) =>
        new LoadTest.DynamoDb.Verification(new TableReading(Control, new AwsFailures("here", "me"), Items, "items", TimeProvider.System), Items, ledger, scope)
            .ReadAllAsync(new Progress<long>(), CancellationToken.None);

    /// <summary>Everything in the table, by the items' numbers.</summary>
    public async Task<Dictionary<long, Dictionary<string, AttributeValue>>> ReadTableAsync()
    {
        var attributes = new ItemAttributes(Items);
        var all = new Dictionary<long, Dictionary<string, AttributeValue>>();
        var request = new ScanRequest { TableName = "items", ConsistentRead = true };
        do
        {
            var page = await Control.ScanAsync(request);
            foreach (var item in page.Items)
            {
                Assert.That(attributes.TryReadOrdinal(Phase.Measured, item, out var ordinal), Is.True);
                all.Add(ordinal, item);
            }

            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        Control.Dispose();
        if (_server is not null) await _server.DisposeAsync();
    }

    private static async Task<OperationLab> StartAsync(LocalDynamoServer? server, Uri endpoint, TableKeys keys, int preloaded)
    {
        var lab = new OperationLab(server, endpoint, keys);
        var failures = new AwsFailures("here", "me");
        var table = new TestTable(lab.Control, new TableGuard(lab.Control, failures, isLoopback: true), failures, TimeProvider.System);
        await table.PrepareAsync(new TableSettings("items", true, LoadTest.Configuration.Values.BillingMode.PayPerRequest, 5, 5, keys), CancellationToken.None);
        await new TestItems(new BatchWriter(lab.Control, failures, TimeProvider.System), lab.Items)
            .PreloadAsync("items", preloaded, WorkerShare.Whole, lab.Ledger, new Progress<long>(), CancellationToken.None);
        return lab;
    }

    private CapacityUnitCounts UnitsOf(string name) => _server?.Counters.Units.GetValueOrDefault(name) ?? new CapacityUnitCounts(0, 0);
}
