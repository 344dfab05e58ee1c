using Amazon.DynamoDBv2.Model;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Reporting;
using LoadTest.Items;
using LoadTest.Operations;

namespace LoadTest.Tests.DynamoDb;

public sealed class VerificationTests
{
    [Test]
    public async Task What_was_acknowledged_is_found()
    {
        await using var local = await LocalTable.StartAsync();
        Assert.That(await VerifyAsync(local, present: [0, 1, 2], acknowledged: [0, 1, 2]), Is.EqualTo(new VerificationResult("all", 3, 3, 0, 0)));
    }

    [Test]
    public async Task A_lost_write_and_a_phantom_are_counted()
    {
        await using var local = await LocalTable.StartAsync();
        var result = await VerifyAsync(local, present: [0, 2, 5, 6], acknowledged: [0, 1, 2, 3], refused: [5]);
        Assert.That(result, Is.EqualTo(new VerificationResult("all", 4, 2, 2, 2)), "5 was refused, and 6 never sent");
    }

    [Test]
    public async Task A_write_without_an_answer_may_be_there_or_not()
    {
        await using var local = await LocalTable.StartAsync();
        Assert.That((await VerifyAsync(local, present: [0, 1], acknowledged: [0], unknown: [1, 2])).Holds, Is.True);
    }

    [Test]
    public async Task Items_of_others_and_of_the_warm_up_are_passed_over()
    {
        await using var local = await LocalTable.StartAsync();
        await local.CreateAsync();
        foreach (var key in new[] { "other#000000000001", local.Items.Key(Phase.WarmUp, 3) }) await PutAsync(local, key);
        Assert.That(await VerifyAsync(local, present: [0], acknowledged: [0]), Is.EqualTo(new VerificationResult("all", 1, 1, 0, 0)));
    }

    [Test]
    public async Task A_table_of_many_pages_is_read_whole()
    {
        await using var local = await LocalTable.StartAsync();
        var large = new string('x', 300_000);
        await local.CreateAsync();
        for (var ordinal = 0; ordinal < 10; ordinal++) await PutAsync(local, local.Items.Key(Phase.Measured, ordinal), large);
        var result = await VerifyAsync(local, present: [], acknowledged: Enumerable.Range(0, 10).Select(i => (long)i));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Found, Is.EqualTo(10));
            Assert.That(local.Counters.Requests["Scan"], Is.GreaterThanOrEqualTo(3), "a page holds 1 MB");
        }
    }

    private static async Task<VerificationResult> VerifyAsync(
        LocalTable local, IEnumerable<long> present, IEnumerable<long> acknowledged, IEnumerable<long>? refused = null, IEnumerable<long>? unknown = null)
    {
        await local.CreateAsync();
        foreach (var ordinal in present) await PutAsync(local, local.Items.Key(Phase.Measured, ordinal));
        var ledger = new WriteLedger();
        foreach (var ordinal in acknowledged) ledger.Settle(ordinal, WriteState.Acknowledged);
        foreach (var ordinal in refused ?? []) ledger.Settle(ordinal, WriteState.Refused);
        foreach (var ordinal in unknown ?? []) ledger.Settle(ordinal, WriteState.Unknown);
        return await new LoadTest.DynamoDb.Verification(local.Control, local.Failures, local.Items, ledger, TimeProvider.System)
            .RunAsync("items", new Progress<long>(), CancellationToken.None);
    }

    private static Task PutAsync(LocalTable local, string key, string payload = "x") => local.Control.PutItemAsync("items", new Dictionary<string, AttributeValue>
    {
        [ItemGenerator.KeyName] = new() { S = key },
        [ItemGenerator.PayloadName] = new() { S = payload },
    });
}
