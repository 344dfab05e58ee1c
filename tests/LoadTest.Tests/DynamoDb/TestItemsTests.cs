using Amazon.DynamoDBv2.Model;
using LoadTest.DynamoDb;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Operations;
using LocalDynamo;

namespace LoadTest.Tests.DynamoDb;

[Parallelizable]
public sealed class TestItemsTests
{
    [Test]
    public async Task Preloaded_items_are_there_and_settled()
    {
        await using var local = await LocalTable.StartAsync();
        await local.CreateAsync();
        var ledger = new WriteLedger();
        await Items(local).PreloadAsync("items", 105, WorkerShare.Whole, ledger, new Progress<long>(), CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ledger.Acknowledged, Is.EqualTo(105));
            Assert.That((await local.Control.ScanAsync(new ScanRequest("items"))).Count, Is.EqualTo(105));
        }
    }

    [Test]
    public async Task The_workers_of_a_run_write_each_item_once()
    {
        await using var local = await LocalTable.StartAsync();
        await local.CreateAsync();
        WriteLedger[] ledgers = [new(), new(), new()];
        for (var i = 0; i < 3; i++) await Items(local).PreloadAsync("items", 100, new WorkerShare(i, 3), ledgers[i], new Progress<long>(), CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ledgers.Select(ledger => ledger.Acknowledged), Is.EqualTo(new[] { 34, 33, 33 }));
            Assert.That((await local.Control.ScanAsync(new ScanRequest("items"))).Count, Is.EqualTo(100));
        }
    }

    [Test]
    public async Task Deleting_removes_what_was_or_may_have_been_written_and_nothing_else()
    {
        await using var local = await LocalTable.StartAsync();
        await local.CreateAsync();
        var ledger = new WriteLedger();
        await Items(local).PreloadAsync("items", 60, WorkerShare.Whole, ledger, new Progress<long>(), CancellationToken.None);
        ledger.Settle(60, WriteState.Unknown);
        ledger.Settle(61, WriteState.Refused);
        await local.Control.PutItemAsync("items", new() { ["pk"] = new() { S = local.Items.Key(Phase.Measured, 60) } });
        await local.Control.PutItemAsync("items", new() { ["pk"] = new() { S = "somebody else's" } });
        await Items(local).DeleteAsync("items", Phase.Measured, ledger, new Progress<long>(), CancellationToken.None);
        var left = (await local.Control.ScanAsync(new ScanRequest("items"))).Items.Select(item => item["pk"].S);
        Assert.That(left, Is.EqualTo(new[] { "somebody else's" }));
    }

    [Test, Category("Slow")]
    public async Task A_throttled_table_gets_everything_in_the_end()
    {
        await using var local = await LocalTable.StartAsync(new LocalDynamoOptions { Burst = TimeSpan.FromSeconds(1) });
        await local.CreateAsync(units: 100);
        await Items(local).PreloadAsync("items", 400, WorkerShare.Whole, new WriteLedger(), new Progress<long>(), CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await local.Control.DescribeTableAsync("items")).Table.ItemCount, Is.EqualTo(400));
            Assert.That(local.Counters.Throttles.Values.Sum(), Is.Positive, "the table was too small");
        }
    }

    private static TestItems Items(LocalTable local) => new(new BatchWriter(local.Control, local.Failures, TimeProvider.System), local.Items);
}
