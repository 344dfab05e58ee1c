using System.Globalization;
using LoadTest.Configuration.Values;
using LoadTest.Engine.Reporting;
using LoadTest.Items;
using LoadTest.Operations;
using TestSupport;

namespace LoadTest.Tests.Operations;

/// <summary>All operations together against servers of others, through both clients: counts, units and contents are those of the plan.</summary>
[Category("Slow"), Parallelizable]
public sealed class PeerOperationTests
{
    private const int Preloaded = 200;
    private const string Common = "put=3,update=2,delete=1,get=2,query=1,query-index=1,scan=1,batch-write=1,batch-get=1";

    // Of items of 700 bytes, one operation takes these units of the table and of the index; a page of the scan may be the last one. DynamoDB Local charges
    // puts of a transaction twice, in the index too, and updates once.
    private static readonly Dictionary<string, (double Table, double Index)> Units = new()
    {
        ["PutItem"] = (1, 1),
        ["UpdateItem"] = (1, 1),
        ["DeleteItem"] = (1, 1),
        ["GetItem"] = (1, 0),
        ["Query"] = (1, 0),
        ["QueryIndex"] = (0, 0.5),
        ["BatchWriteItem"] = (7, 7),
        ["BatchGetItem"] = (7, 0),
        ["TransactWriteItems"] = (4, 4),
        ["TransactGetItems"] = (6, 0),
    };

    [TestCase(LoadClient.Wire)]
    [TestCase(LoadClient.Sdk)]
    public async Task Amazon_s_DynamoDB_Local_does_and_charges_what_was_planned(LoadClient client)
    {
        await using var server = await DynamoDbLocalProcess.StartAsync();
        await AssertRunAsync(server.Endpoint, client, Common + ",transact-write=1,transact-get=1", chargesIndex: true);
    }

    [TestCase(LoadClient.Wire)]
    [TestCase(LoadClient.Sdk)]
    public async Task Dynalite_does_what_was_planned(LoadClient client)
    {
        await using var server = await DynaliteProcess.StartAsync();
        await AssertRunAsync(server.Endpoint, client, Common, chargesIndex: false);
    }

    private static async Task AssertRunAsync(Uri endpoint, LoadClient client, string mix, bool chargesIndex)
    {
        await using var lab = await OperationLab.StartAsync(endpoint, OperationLab.SortedKeys, Preloaded);
        var plan = OperationLab.Plan(mix, Preloaded);
        var count = plan.Pattern.Kinds.Sum(kind => (int)plan.Pattern.CountBefore(kind, 450));
        var result = await lab.RunAsync(client, plan, new OperationForm(ConsistentRead: true, PageItems: 20), count, concurrency: 1);
        var table = await lab.ReadTableAsync();
        using (Assert.EnterMultipleScope())
        {
            foreach (var kind in plan.Pattern.Kinds) AssertOperation(result, kind, plan.Pattern.CountBefore(kind, count), chargesIndex);
            Assert.That(table, Has.Count.EqualTo(lab.Ledger.Acknowledged));
            foreach (var (ordinal, item) in table)
            {
                var revision = item.TryGetValue(ItemGenerator.RevisionName, out var number) ? long.Parse(number.N, CultureInfo.InvariantCulture) : 0;
                Assert.That(item[ItemGenerator.PayloadName].S, Is.EqualTo(lab.Items.Payload(ordinal, revision)), $"item {ordinal}");
            }
        }
    }

    private static void AssertOperation(LoadResult result, OperationKind kind, long count, bool chargesIndex)
    {
        var operation = result.Operations.Single(candidate => candidate.Name == OperationNames.Of(kind));
        var errors = string.Join(", ", operation.Errors.Select(error => $"{error.Category.Name}={error.Count}"));
        Assert.That((operation.Attempted, operation.Succeeded), Is.EqualTo((count, count)), $"{operation.Name}: {errors}");
        if (!Units.TryGetValue(operation.Name, out var expected)) return;
        var index = operation.Units.IndexRead + operation.Units.IndexWrite;
        Assert.That(operation.ReadUnits + operation.WriteUnits - index, Is.EqualTo(expected.Table * count), $"{operation.Name}: units of the table");
        // Dynalite says nothing of what writes cost an index.
        if (chargesIndex) Assert.That(index, Is.EqualTo(expected.Index * count), $"{operation.Name}: units of the index");
    }
}
