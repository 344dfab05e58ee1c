using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;
using LoadTest.Items;
using LoadTest.Operations;
using LocalDynamo;

namespace LoadTest.Tests.Operations;

/// <summary>What becomes of operations that count on an item which a delete of the same run takes before they get to it.</summary>
public sealed class DeletedMeanwhileTests
{
    private const long Item = 3;
    private static readonly ItemGenerator Items = new(new ItemForm { RunId = "run", Seed = 1, Sizes = new FixedSizes(200), StartedAt = DateTimeOffset.UnixEpoch });
    private static readonly PutItem Put = new("items", Items);
    private static readonly UpdateItem Update = new("items", Items);
    private static readonly DeleteItem Delete = new("items", Items);
    private static readonly GetItem Get = new("items", Items, consistent: true);
    private static readonly TransactWriteItems Transaction = new("items", Items);

    [TestCase(LoadClient.Wire)]
    [TestCase(LoadClient.Sdk)]
    public async Task With_latencies_that_differ_a_hundredfold_nothing_is_taken_for_an_error_and_the_ledger_is_right(LoadClient client)
    {
        var faults = new FaultOptions { Latency = new LatencyModel.LogNormal(TimeSpan.FromMilliseconds(2), Sigma: 1.5) };
        await using var lab = await OperationLab.StartAsync(OperationLab.PlainKeys, preloaded: 150, faults);
        var plan = OperationLab.Plan("put=5,update=4,delete=3,get=2,transact-write=1", preloaded: 150) with { Duplicates = new DuplicateShare(20) };
        var result = await lab.RunAsync(client, plan, new OperationForm(ConsistentRead: true), 3000, concurrency: 16);
        var errors = result.Operations.SelectMany(operation => operation.Errors).ToLookup(error => error.Category.Name, error => error.Count);
        var table = await lab.ReadTableAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(errors.Select(error => error.Key), Is.SubsetOf(["conditional-check", "deleted-meanwhile", "transaction-conflict"]));
            Assert.That(errors["deleted-meanwhile"].Sum(), Is.Positive, "or this run shows nothing");
            for (long ordinal = 0; ordinal < lab.Ledger.End; ordinal++)
            {
                var state = lab.Ledger.StateOf(ordinal);
                if (state != WriteState.Unknown) Assert.That(table.ContainsKey(ordinal), Is.EqualTo(state == WriteState.Acknowledged), $"item {ordinal}");
            }
        }
    }

    [TestCase(WriteState.Acknowledged, ExpectedResult = "missing-item")]
    [TestCase(WriteState.Unknown, ExpectedResult = "deleted-meanwhile", Description = "its delete is under way")]
    [TestCase(WriteState.Refused, ExpectedResult = "deleted-meanwhile")]
    public string An_update_whose_condition_fails(WriteState by) => Name(Update.Settle(
        Request(OperationKind.Update, before: WriteState.Acknowledged), Answered(Category.ConditionalCheck), Ledger(by)));

    [TestCase(WriteState.Open, ExpectedResult = "conditional-check-unexpected")]
    [TestCase(WriteState.Refused, ExpectedResult = "conditional-check-unexpected", Description = "nothing can be written to begin with")]
    public string An_update_of_an_item_that_was_not_known_to_be_there(WriteState before) => Name(Update.Settle(
        Request(OperationKind.Update, before), Answered(Category.ConditionalCheck), Ledger(before)));

    [TestCase(WriteState.Acknowledged, ExpectedResult = "unexpected-success")]
    [TestCase(WriteState.Unknown, ExpectedResult = "deleted-meanwhile")]
    [TestCase(WriteState.Refused, ExpectedResult = "deleted-meanwhile")]
    public string A_duplicate_that_meets_nothing(WriteState by) => Name(Put.Settle(
        Request(OperationKind.Put, before: WriteState.Acknowledged, isDuplicate: true), Answered(Category.Success), Ledger(by)));

    [TestCase(WriteState.Acknowledged, ExpectedResult = "conditional-check-unexpected", Description = "its new item is there already")]
    [TestCase(WriteState.Refused, ExpectedResult = "deleted-meanwhile")]
    public string A_transaction_whose_condition_fails(WriteState by)
    {
        var items = new RequestItems();
        items.Add(9);
        items.Add(Item);
        return Name(Transaction.Settle(
            new PlannedRequest(OperationKind.TransactWrite, Phase.Measured, 9, IsDuplicate: false) { Items = items }, Answered(Category.ConditionalCheck), Ledger(by)));
    }

    [TestCase(Item, "missing-item", "unexpected-success", "missing-item")]
    [TestCase(Item + 1, "deleted-meanwhile", "deleted-meanwhile", "success")]
    public void What_another_worker_may_delete_is_not_counted_on(long deletableBefore, string update, string duplicate, string read)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Name(Update.Settle(Request(OperationKind.Update, WriteState.Acknowledged), Answered(Category.ConditionalCheck), Known())), Is.EqualTo(update));
            Assert.That(Name(Put.Settle(Request(OperationKind.Put, WriteState.Acknowledged, true), Answered(Category.Success), Known())), Is.EqualTo(duplicate));
            Assert.That(Name(Get.Settle(Request(OperationKind.Get, WriteState.Acknowledged), Answered(Category.Success), Known())), Is.EqualTo(read));
        }

        WriteLedger Known() => Ledger(WriteState.Acknowledged, new WriteLedger { DeletableBefore = deletableBefore });
    }

    [Test]
    public void A_delete_that_finds_nothing_is_the_one_that_tells_that_an_item_was_lost() => Assert.That(
        Name(Delete.Settle(Request(OperationKind.Delete, before: WriteState.Acknowledged), Answered(Category.ConditionalCheck), Ledger(WriteState.Unknown))),
        Is.EqualTo("missing-item"));

    [Test]
    public void A_delete_that_is_repeated_as_its_answer_was_lost_finds_that_it_has_worked() => Assert.That(
        Name(Delete.Settle(
            Request(OperationKind.Delete, before: WriteState.Acknowledged), Answered(Category.ConditionalCheck) with { Attempts = 2, OpenAttempts = 1 }, Ledger(WriteState.Unknown))),
        Is.EqualTo("deleted-meanwhile"));

    [TestCase(true)]
    [TestCase(false)]
    public void An_item_that_a_duplicate_wrote_again_may_be_there_whichever_answer_is_heard_first(bool deleteFirst)
    {
        var ledger = Ledger(WriteState.Acknowledged);
        // The delete is under way.
        ledger.Settle(Item, WriteState.Unknown);
        Action[] answers =
        [
            () => Delete.Settle(Request(OperationKind.Delete, WriteState.Acknowledged), Answered(Category.Success), ledger),
            () => Put.Settle(Request(OperationKind.Put, WriteState.Acknowledged, isDuplicate: true), Answered(Category.Success), ledger),
        ];
        foreach (var answer in deleteFirst ? answers : answers.Reverse()) answer();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ledger.StateOf(Item), Is.EqualTo(WriteState.Unknown));
            Assert.That(ledger.MayBeRewritten(Item), Is.True);
            Assert.That(ledger.Acknowledged, Is.Zero);
        }
    }

    [TestCase(Item, true, ExpectedResult = false)]
    [TestCase(Item + 1, true, ExpectedResult = true)]
    [TestCase(Item + 1, false, ExpectedResult = false)]
    public bool An_item_that_another_worker_may_delete_may_be_written_again_by_duplicates(long deletableBefore, bool areRepeated) =>
        new WriteLedger { DeletableBefore = deletableBefore, AreWritesRepeatedByOthers = areRepeated }.MayBeRewritten(Item);

    private static WriteLedger Ledger(WriteState state, WriteLedger? ledger = null)
    {
        ledger ??= new WriteLedger();
        if (state != WriteState.Open) ledger.Settle(Item, state);
        return ledger;
    }

    private static PlannedRequest Request(OperationKind kind, WriteState before, bool isDuplicate = false) =>
        new(kind, Phase.Measured, Item, isDuplicate) { Before = before };

    private static Answer Answered(int category) => new() { Category = category, Attempts = 1, ServiceStart = 0, End = 1 };

    private static string Name(int category) => Category.All[category].Name;
}
