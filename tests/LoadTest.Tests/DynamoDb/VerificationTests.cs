using Amazon.DynamoDBv2.Model;
using LoadTest.DynamoDb;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Reporting;
using LoadTest.Items;
using LoadTest.Operations;
using LocalDynamo;

namespace LoadTest.Tests.DynamoDb;

[Parallelizable]
public sealed class VerificationTests
{
    // Alone by a scan, one of several by keys.
    private static readonly int[] Workers = [1, 3];

    [TestCaseSource(nameof(Workers))]
    public async Task What_was_acknowledged_is_found(int workers)
    {
        await using var local = await LocalTable.StartAsync();
        AssertResult(await VerifyAsync(local, present: [0, 1, 2], acknowledged: [0, 1, 2], workers: workers), expected: 3, found: 3);
    }

    [Test]
    public async Task A_lost_write_and_a_phantom_are_counted_and_named()
    {
        await using var local = await LocalTable.StartAsync();
        var result = await VerifyAsync(local, present: [0, 2, 5, 6], acknowledged: [0, 1, 2, 3], refused: [5]);
        // 5 was refused, and 6 never sent.
        AssertResult(result, expected: 4, found: 2, lost: 2, phantom: 2);
        Assert.That(result.Examples, Is.EqualTo(new[] { "lost: run#000000000001", "lost: run#000000000003", "phantom: run#000000000005", "phantom: run#000000000006" }));
    }

    [Test]
    public async Task One_of_several_workers_judges_only_what_it_knows()
    {
        await using var local = await LocalTable.StartAsync();
        AssertResult(
            await VerifyAsync(local, present: [0, 2, 5, 6], acknowledged: [0, 1, 2, 3], refused: [5], workers: 3), expected: 4, found: 2, lost: 2, phantom: 1);
        Assert.That(local.Counters.Requests.ContainsKey("Scan"), Is.False, "the table is not scanned once for each worker");
    }

    [TestCaseSource(nameof(Workers))]
    public async Task A_write_without_an_answer_may_be_there_or_not(int workers)
    {
        await using var local = await LocalTable.StartAsync();
        Assert.That((await VerifyAsync(local, present: [0, 1], acknowledged: [0], unknown: [1, 2], workers: workers)).Holds, Is.True);
    }

    [TestCaseSource(nameof(Workers))]
    public async Task A_torn_item_is_found_out(int workers)
    {
        await using var local = await LocalTable.StartAsync();
        await local.CreateAsync();
        var mixed = new ItemAttributes(local.Items).Item(Phase.Measured, 4);
        mixed[ItemGenerator.PayloadName].S = local.Items.Payload(4)[..100] + local.Items.Payload(5)[100..];
        await local.Control.PutItemAsync("items", mixed);
        var result = await VerifyAsync(local, present: [3], acknowledged: [3, 4], workers: workers);
        AssertResult(result, expected: 2, found: 2, torn: 1);
        Assert.That(result.Examples, Is.EqualTo(new[] { "torn: run#000000000004" }));
    }

    [TestCase(1, 3, 0, 0)]
    [TestCase(1, 2, 1, 0)]
    [TestCase(1, 4, 0, 1)]
    [TestCase(1, 2, 0, 1)]
    [TestCase(3, 4, 0, 0, Description = "another worker updated it too")]
    [TestCase(3, 2, 0, 1)]
    public async Task Updates_that_were_acknowledged_and_dropped_are_found_out(int workers, int inTable, int open, int miscounted)
    {
        await using var local = await LocalTable.StartAsync();
        await local.CreateAsync();
        var item = new ItemAttributes(local.Items).Item(Phase.Measured, 0);
        item[ItemGenerator.PayloadName].S = local.Items.Payload(0, revision: 9);
        item[ItemGenerator.RevisionName] = new AttributeValue { N = "9" };
        item[ItemGenerator.UpdatesName] = new AttributeValue { N = inTable.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        await local.Control.PutItemAsync("items", item);
        var ledger = new WriteLedger();
        ledger.Settle(0, WriteState.Acknowledged);
        ledger.Updates.Add(0, acknowledged: 3 - open, open);
        AssertResult(await VerifyAsync(local, ledger, workers), expected: 1, found: 1, miscounted: miscounted);
    }

    [TestCase(true, 0)]
    [TestCase(false, 1)]
    public async Task An_item_that_a_duplicate_wrote_again_holds_none_of_its_updates(bool isRewritten, int miscounted)
    {
        await using var local = await LocalTable.StartAsync();
        await local.CreateAsync();
        await local.Control.PutItemAsync("items", new ItemAttributes(local.Items).Item(Phase.Measured, 0));
        var ledger = new WriteLedger();
        ledger.Settle(0, WriteState.Unknown);
        ledger.Updates.Add(0, acknowledged: 1, open: 0);
        if (isRewritten) ledger.NoteRewrite(0);
        AssertResult(await VerifyAsync(local, ledger, workers: 1), expected: 0, found: 0, miscounted: miscounted);
    }

    [TestCase(true, 0)]
    [TestCase(false, 1)]
    public async Task What_was_refused_may_be_there_by_another_workers_duplicate(bool areRepeated, int phantom)
    {
        await using var local = await LocalTable.StartAsync();
        await local.CreateAsync();
        await local.Control.PutItemAsync("items", new ItemAttributes(local.Items).Item(Phase.Measured, 0));
        var ledger = new WriteLedger { AreWritesRepeatedByOthers = areRepeated };
        ledger.Settle(0, WriteState.Refused);
        AssertResult(await VerifyAsync(local, ledger, workers: 2), expected: 0, found: 0, phantom: phantom);
    }

    [Test]
    public async Task An_example_of_a_table_with_a_sort_key_names_both_keys()
    {
        await using var lab = await Operations.OperationLab.StartAsync(Operations.OperationLab.SortedKeys, preloaded: 1);
        await lab.Control.DeleteItemAsync("items", new ItemAttributes(lab.Items).Key(Phase.Measured, 0));
        var result = await lab.VerifyAsync(lab.Ledger, new VerificationScope(WorkerShare.Whole));
        Assert.That(result.Examples, Is.EqualTo(new[] { $"lost: {lab.Items.Key(Phase.Measured, 0)} with sort key {lab.Items.KeyText(KeyRole.Sort, Phase.Measured, 0)}" }));
    }

    [Test]
    public async Task What_another_worker_may_have_deleted_is_not_missed()
    {
        await using var local = await LocalTable.StartAsync();
        await local.CreateAsync();
        var ledger = new WriteLedger { DeletableBefore = 7 };
        for (var ordinal = 0; ordinal < 10; ordinal++) ledger.Settle(ordinal, WriteState.Acknowledged);
        AssertResult(await VerifyAsync(local, ledger, workers: 2), expected: 3, found: 0, lost: 3);
    }

    [Test]
    public async Task A_sample_reads_about_ten_thousand_items_by_their_keys()
    {
        await using var local = await LocalTable.StartAsync();
        await local.CreateAsync();
        var ledger = new WriteLedger();
        for (var ordinal = 0; ordinal < 200_000; ordinal++) ledger.Settle(ordinal, WriteState.Acknowledged);
        var result = await Verification(local, ledger, new VerificationScope(WorkerShare.Whole, Seed: 5)).ReadSampleAsync(new Progress<long>(), CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Mode, Is.EqualTo("sample"));
            Assert.That(result.Lost, Is.InRange(9_500, 10_500).And.EqualTo(result.Expected));
            Assert.That(result.Examples, Has.Count.EqualTo(5));
        }
    }

    [Test]
    public async Task Items_of_others_and_of_the_warm_up_are_passed_over()
    {
        await using var local = await LocalTable.StartAsync();
        await local.CreateAsync();
        foreach (var key in new[] { "other#000000000001", local.Items.Key(Phase.WarmUp, 3) })
            await local.Control.PutItemAsync("items", new Dictionary<string, AttributeValue> { [ItemGenerator.KeyName] = new() { S = key } });
        AssertResult(await VerifyAsync(local, present: [0], acknowledged: [0]), expected: 1, found: 1);
    }

    [TestCaseSource(nameof(Workers))]
    public async Task A_table_of_many_pages_is_read_whole(int workers)
    {
        await using var local = await LocalTable.StartAsync(new LocalDynamoOptions { EnforceCapacity = false }, itemSize: 300_000);
        var result = await VerifyAsync(local, present: Numbers(57), acknowledged: Numbers(57), workers: workers);
        AssertResult(result, expected: 57, found: 57);
        Assert.That(local.Counters.Requests[workers == 1 ? "Scan" : "BatchGetItem"], Is.GreaterThanOrEqualTo(2), "a page holds 1 MB, and a batch answers with 16 MB");
    }

    private static IEnumerable<long> Numbers(int count) => Enumerable.Range(0, count).Select(number => (long)number);

    private static async Task<VerificationResult> VerifyAsync(
        LocalTable local, IEnumerable<long> present, IEnumerable<long> acknowledged, IEnumerable<long>? refused = null, IEnumerable<long>? unknown = null, int workers = 1)
    {
        await local.CreateAsync();
        foreach (var ordinal in present) await local.Control.PutItemAsync("items", new ItemAttributes(local.Items).Item(Phase.Measured, ordinal));
        var ledger = new WriteLedger();
        foreach (var ordinal in acknowledged) ledger.Settle(ordinal, WriteState.Acknowledged);
        foreach (var ordinal in refused ?? []) ledger.Settle(ordinal, WriteState.Refused);
        foreach (var ordinal in unknown ?? []) ledger.Settle(ordinal, WriteState.Unknown);
        return await VerifyAsync(local, ledger, workers);
    }

    private static Task<VerificationResult> VerifyAsync(LocalTable local, WriteLedger ledger, int workers) =>
        Verification(local, ledger, new VerificationScope(new WorkerShare(0, workers))).ReadAllAsync(new Progress<long>(), CancellationToken.None);

    private static LoadTest.DynamoDb.Verification Verification(LocalTable local, WriteLedger ledger, VerificationScope scope) =>
        new(new TableReading(local.Control, local.Failures, local.Items, "items", TimeProvider.System), local.Items, ledger, scope);

    private static void AssertResult(VerificationResult result, long expected, long found, long lost = 0, long phantom = 0, long torn = 0, long miscounted = 0) => Assert.That(
        (result.Mode, result.Expected, result.Found, result.Lost, result.Phantom, result.Torn, result.Miscounted),
        Is.EqualTo(("all", expected, found, lost, phantom, torn, miscounted)));
}
