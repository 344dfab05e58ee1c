using System.Globalization;
using Amazon.DynamoDBv2.Model;
using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Reporting;
using LoadTest.Items;
using LoadTest.Operations;

namespace LoadTest.Tests.Operations;

/// <summary>Each operation against the embedded server, through both clients: counts, capacity units and what is then in the table.</summary>
public sealed class OperationTests
{
    private const int Preloaded = 150;
    private const int Count = 100;

    private static IEnumerable<TestCaseData> Cases =>
        from client in Enum.GetValues<LoadClient>()
        from isSorted in new[] { false, true }
        from kind in Enum.GetValues<OperationKind>()
        where isSorted || kind != OperationKind.QueryIndex
        select new TestCaseData(client, isSorted, kind).SetArgDisplayNames(client.ToString(), isSorted ? "sort key and index" : "partition key", kind.ToString());

    [TestCaseSource(nameof(Cases))]
    public async Task Units_are_those_that_the_server_counted_and_the_table_holds_what_was_planned(LoadClient client, bool isSorted, OperationKind kind)
    {
        await using var lab = await OperationLab.StartAsync(isSorted ? OperationLab.SortedKeys : OperationLab.PlainKeys, Preloaded);
        var (tableBefore, indexBefore) = lab.Units;
        // Transactions that meet on an item would refuse each other.
        var concurrency = kind == OperationKind.TransactWrite ? 1 : 8;
        var mix = new OperationMix([new OperationWeight(kind, 1)]).ToString();
        var result = await lab.RunAsync(client, OperationLab.Plan(mix, Preloaded), new OperationForm(ConsistentRead: true, PageItems: 20), Count, concurrency);
        var (table, index) = lab.Units;

        var operation = result.Operations.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(operation.Name, Is.EqualTo(OperationTable.Of("items", lab.Items, new OperationForm())[kind].Name).And.EqualTo(OperationNames.Of(kind)));
            Assert.That((operation.Attempted, operation.Succeeded, operation.Attempts), Is.EqualTo((Count, Count, Count)), Errors(operation));
            Assert.That(operation.Units.IndexRead, Is.EqualTo(index.Read - indexBefore.Read), "read units of the index");
            Assert.That(operation.Units.IndexWrite, Is.EqualTo(index.Write - indexBefore.Write), "write units of the index");
            Assert.That(operation.ReadUnits - operation.Units.IndexRead, Is.EqualTo(table.Read - tableBefore.Read), "read units of the table");
            Assert.That(operation.WriteUnits - operation.Units.IndexWrite, Is.EqualTo(table.Write - tableBefore.Write), "write units of the table");
            Assert.That(operation.ReadUnits + operation.WriteUnits, Is.Positive);
        }

        await AssertContentAsync(lab, kind);
    }

    [TestCase(LoadClient.Wire)]
    [TestCase(LoadClient.Sdk)]
    public async Task Writes_whose_condition_fails_are_counted_with_the_units_that_the_answer_keeps_silent_about(LoadClient client)
    {
        await using var lab = await OperationLab.StartAsync(OperationLab.SortedKeys, Preloaded);
        var (tableBefore, indexBefore) = lab.Units;
        var plan = OperationLab.Plan("put=1", Preloaded) with { Duplicates = new DuplicateShare(25) };
        var result = await lab.RunAsync(client, plan, new OperationForm(), Count);
        var (table, index) = lab.Units;
        var put = result.Operations.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((put.Succeeded, put.ExpectedFailures), Is.EqualTo((Count * 3 / 4, Count / 4)));
            Assert.That(put.WriteUnits - put.Units.IndexWrite + put.Units.UnreportedWrite, Is.EqualTo(table.Write - tableBefore.Write));
            Assert.That(put.Units.IndexWrite, Is.EqualTo(index.Write - indexBefore.Write));
        }
    }

    [TestCase(LoadClient.Wire)]
    [TestCase(LoadClient.Sdk)]
    public async Task Cancelled_transactions_are_counted_with_the_units_of_what_they_had_prepared(LoadClient client)
    {
        await using var lab = await OperationLab.StartAsync(OperationLab.SortedKeys, Preloaded);
        var attributes = new ItemAttributes(lab.Items);
        // Behind the plan's back: items that updates will miss, and two that are to be new.
        for (var ordinal = 0; ordinal < Preloaded; ordinal += 10) await lab.Control.DeleteItemAsync("items", attributes.Key(Phase.Measured, ordinal));
        foreach (var ordinal in new[] { Preloaded + 3, Preloaded + 40 }) await lab.Control.PutItemAsync("items", attributes.Item(Phase.Measured, ordinal));
        var (tableBefore, indexBefore) = lab.Units;
        var result = await lab.RunAsync(client, OperationLab.Plan("transact-write=1", Preloaded), new OperationForm(), Count, concurrency: 1);
        var (table, index) = lab.Units;
        var transaction = result.Operations.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(transaction.Succeeded, Is.InRange(50, 98), Errors(transaction));
            Assert.That(transaction.Units.UnreportedWrite, Is.InRange(2 * 3, 50 * 3), "three items each, one write of each");
            Assert.That(transaction.WriteUnits - transaction.Units.IndexWrite + transaction.Units.UnreportedWrite, Is.EqualTo(table.Write - tableBefore.Write));
            Assert.That(transaction.Units.IndexWrite, Is.EqualTo(index.Write - indexBefore.Write));
        }
    }

    [TestCase(LoadClient.Wire)]
    [TestCase(LoadClient.Sdk)]
    public async Task A_transaction_that_is_sent_again_takes_the_read_units_of_its_items(LoadClient client)
    {
        await using var lab = await OperationLab.StartAsync(OperationLab.PlainKeys, Preloaded);
        var plan = OperationLab.Plan("transact-write=1", Preloaded);
        await lab.RunAsync(client, plan, new OperationForm(), 20, concurrency: 1);
        var before = lab.Units.Table;
        var again = (await lab.RunAsync(client, plan, new OperationForm(), 20, concurrency: 1)).Operations.Single();
        var after = lab.Units.Table;
        Assert.That((again.Succeeded, again.ReadUnits, again.WriteUnits), Is.EqualTo((20, after.Read - before.Read, 0)), Errors(again));
        Assert.That(again.ReadUnits, Is.EqualTo(20 * 3 * 2), "three items, each read twice");
    }

    [TestCase(LoadClient.Wire)]
    [TestCase(LoadClient.Sdk)]
    public async Task Everything_together_leaves_what_the_ledger_says(LoadClient client)
    {
        await using var lab = await OperationLab.StartAsync(OperationLab.SortedKeys, Preloaded);
        const string mix = "put=6,update=4,delete=3,get=3,query=1,query-index=1,scan=1,batch-write=1,batch-get=1,transact-write=1,transact-get=1";
        var plan = OperationLab.Plan(mix, Preloaded) with { Misses = new EvenShare(10) };
        var result = await lab.RunAsync(client, plan, new OperationForm(ConsistentRead: true, PageItems: 20), 1500);
        var conflicts = CountOf(result, Category.TransactionConflict);
        // A lane that the machine held up for longer than the plan keeps items apart.
        var overtaken = CountOf(result, Category.DeletedMeanwhile);
        Assert.That(result.Succeeded + conflicts + overtaken, Is.EqualTo(1500), string.Join("; ", result.Operations.Select(Errors)));
        var table = await lab.ReadTableAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Operations, Has.Count.EqualTo(11));
            Assert.That(table, Has.Count.EqualTo(lab.Ledger.Acknowledged));
            foreach (var (ordinal, item) in table) AssertItem(lab, ordinal, item);
        }
    }

    private static long CountOf(LoadResult result, int category) => result.Operations.SelectMany(operation => operation.Errors)
        .Where(error => error.Category == Category.All[category]).Sum(error => error.Count);

    private static async Task AssertContentAsync(OperationLab lab, OperationKind kind)
    {
        var table = await lab.ReadTableAsync();
        long expected = kind switch
        {
            OperationKind.Put or OperationKind.TransactWrite => Preloaded + Count,
            OperationKind.BatchWrite => Preloaded + Count * 7,
            OperationKind.Delete => Preloaded - Count,
            _ => Preloaded,
        };
        long updates = kind switch
        {
            OperationKind.Update => Count,
            OperationKind.TransactWrite => Count * 2,
            _ => 0,
        };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table, Has.Count.EqualTo(expected));
            Assert.That(lab.Ledger.Acknowledged, Is.EqualTo(expected));
            Assert.That(table.Values.Sum(UpdatesOf), Is.EqualTo(updates));
            foreach (var (ordinal, item) in table) AssertItem(lab, ordinal, item);
        }
    }

    private static void AssertItem(OperationLab lab, long ordinal, Dictionary<string, AttributeValue> item)
    {
        var revision = item.TryGetValue(ItemGenerator.RevisionName, out var number) ? long.Parse(number.N, CultureInfo.InvariantCulture) : 0;
        Assert.That(item[ItemGenerator.PayloadName].S, Is.EqualTo(lab.Items.Payload(ordinal, revision)), $"item {ordinal}");
        Assert.That(UpdatesOf(item), Is.EqualTo(lab.Ledger.Updates.Of(ordinal).Acknowledged), $"updates of item {ordinal}");
        Assert.That(lab.Ledger.StateOf(ordinal), Is.EqualTo(WriteState.Acknowledged), $"item {ordinal}");
        foreach (var name in lab.Items.Keys.All)
            Assert.That(item[name].S, Is.EqualTo(lab.Items.KeyText(lab.Items.Keys.RoleOf(name), Phase.Measured, ordinal)), name);
    }

    private static long UpdatesOf(Dictionary<string, AttributeValue> item) =>
        item.TryGetValue(ItemGenerator.UpdatesName, out var number) ? long.Parse(number.N, CultureInfo.InvariantCulture) : 0;

    private static string Errors(OperationResult operation) =>
        $"{operation.Name}: {string.Join(", ", operation.Errors.Select(error => $"{error.Category.Name}={error.Count}"))}";
}
