using LoadTest.Configuration.Values;
using LoadTest.DynamoDb;
using LoadTest.Engine.Execution;
using LoadTest.Operations;
using LocalDynamo;

namespace LoadTest.Tests.DynamoDb;

[Parallelizable]
public sealed class SdkSenderTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(0.5);

    private static IEnumerable<TestCaseData> Faults()
    {
        yield return new TestCaseData(new FaultOptions { ServerError = 1 }, Category.ServerFault).SetArgDisplayNames("500");
        yield return new TestCaseData(new FaultOptions { Unavailable = 1 }, Category.ServerFault).SetArgDisplayNames("503");
        yield return new TestCaseData(new FaultOptions { Hang = 1 }, Category.Timeout).SetArgDisplayNames("hang");
        yield return new TestCaseData(new FaultOptions { Drop = 1 }, Category.Reset).SetArgDisplayNames("drop");
        yield return new TestCaseData(new FaultOptions { SlowBody = 1 }, Category.Timeout).SetArgDisplayNames("slow body");
    }

    [TestCaseSource(nameof(Faults))]
    public async Task A_fault_falls_into_its_category(FaultOptions faults, int category)
    {
        await using var local = await LocalTable.StartAsync(new LocalDynamoOptions { Faults = faults });
        await local.CreateAsync();
        Assert.That(Name(await SendAsync(local, 0)), Is.EqualTo(Category.All[category].Name));
    }

    [Test]
    public async Task A_throttle_is_told_by_its_reason()
    {
        await using var local = await LocalTable.StartAsync(new LocalDynamoOptions { Faults = new FaultOptions { Throttle = 1 } });
        await local.CreateAsync(units: 5);
        Assert.That(Name(await SendAsync(local, 0)), Is.EqualTo("throttled-table-write-provisioned"));
    }

    [Test]
    public async Task A_write_tells_what_it_consumed()
    {
        await using var local = await LocalTable.StartAsync();
        await local.CreateAsync();
        var answer = await SendAsync(local, 0);
        Assert.That((Name(answer), answer.WriteUnits, answer.Attempts), Is.EqualTo(("success", 1.0, 1)));
    }

    [Test]
    public async Task A_condition_that_does_not_hold_is_told_apart()
    {
        await using var local = await LocalTable.StartAsync();
        await local.CreateAsync();
        await SendAsync(local, 0);
        Assert.That(Name(await SendAsync(local, 0, isDuplicate: true)), Is.EqualTo("conditional-check"));
    }

    [Test]
    public async Task A_table_that_is_gone_is_not_found()
    {
        await using var local = await LocalTable.StartAsync();
        Assert.That(Name(await SendAsync(local, 0)), Is.EqualTo("not-found"));
    }

    [Test]
    public async Task A_server_that_is_gone_cannot_be_connected_to()
    {
        var local = await LocalTable.StartAsync();
        await local.DisposeAsync();
        Assert.That(Name(await SendAsync(local, 0)), Is.EqualTo("connect"));
    }

    [Test]
    public async Task An_abort_is_an_outcome()
    {
        await using var local = await LocalTable.StartAsync(new LocalDynamoOptions { Faults = new FaultOptions { Hang = 1 } });
        await local.CreateAsync();
        using var abort = new CancellationTokenSource(100);
        Assert.That(Name(await SendAsync(local, 0, abort: abort.Token)), Is.EqualTo("cancelled"));
    }

    [Test]
    public void Every_reason_that_DynamoDB_documents_has_its_category()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Category.All[Category.ThrottledBy("IndexReadKeyRangeThroughputExceeded")].Name, Is.EqualTo("throttled-index-read-key-range"));
            Assert.That(Category.All[Category.ThrottledBy("TableWriteMaxOnDemandThroughputExceeded")].Name, Is.EqualTo("throttled-table-write-max-on-demand"));
            Assert.That(Category.All[Category.ThrottledBy("TableReadAccountLimitExceeded")].Name, Is.EqualTo("throttled-table-read-account"));
            Assert.That(Category.ThrottledBy("SomethingNew"), Is.EqualTo(Category.Throttled));
            Assert.That(Category.ThrottledBy(null), Is.EqualTo(Category.Throttled));
            Assert.That(Category.All.Select(category => category.Name), Is.Unique);
        }
    }

    private static async Task<Answer> SendAsync(LocalTable local, long ordinal, bool isDuplicate = false, CancellationToken abort = default)
    {
        using var client = local.Connection.LoadClient(Timeout, Timeout);
        var operations = new Dictionary<OperationKind, IOperation> { [OperationKind.Put] = new PutItem("items", local.Items) };
        await using var sender = new SdkSender(client, operations, new RunClock(TimeProvider.System), Timeout);
        return await sender.SendAsync(new PlannedRequest(OperationKind.Put, Phase.Measured, ordinal, isDuplicate), abort);
    }

    private static string Name(Answer answer) => Category.All[answer.Category].Name;
}
