using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Operations;

namespace LoadTest.Tests.Operations;

public sealed class WorkloadTests
{
    [Test]
    public async Task Unique_puts_take_the_numbers_without_a_gap()
    {
        var ledger = new WriteLedger();
        var workload = Workload(ledger, duplicates: 25, preloaded: 10);
        var written = new List<long>();
        for (var index = 0; index < 1000; index++)
        {
            var request = await workload.RequestAtAsync(At(index), new RequestItems(), CancellationToken.None);
            if (request.IsDuplicate) continue;
            written.Add(request.Ordinal);
            ledger.Settle(request.Ordinal, WriteState.Acknowledged);
        }

        Assert.That(written, Is.EqualTo(Enumerable.Range(10, 750).Select(i => (long)i)));
    }

    [Test]
    public async Task A_duplicate_goes_to_an_item_that_was_acknowledged()
    {
        var ledger = new WriteLedger();
        var workload = Workload(ledger, duplicates: 50);
        for (var index = 0; index < 2000; index++)
        {
            var request = await workload.RequestAtAsync(At(index), new RequestItems(), CancellationToken.None);
            if (request.IsDuplicate) Assert.That(ledger.StateOf(request.Ordinal), Is.EqualTo(WriteState.Acknowledged), $"operation {index}");
            else ledger.Settle(request.Ordinal, index % 3 == 2 ? WriteState.Refused : WriteState.Acknowledged);
        }
    }

    [Test]
    public async Task What_a_worker_repeats_is_there_although_it_is_nearly_four_times_as_fast_as_the_others()
    {
        const int workers = 3;
        const int each = 4000;
        var slow = Enumerable.Range(1, workers - 1).Select(worker => new WorkerShare(worker, workers)).ToArray();
        var fast = new WorkerShare(0, workers);
        var plan = Plan(100, 0, duplicates: 15) with { IsAlone = false, Duplicates = DuplicateShare.Of(15, workers * each, longestBegin: 100) };
        var (workload, there, duplicates, ahead) = (new Workload(plan, new WriteLedger()), new HashSet<long>(), 0, 0);
        for (var own = 0; own < each; own++)
        {
            // Ten operations of its own may not have been answered yet.
            if (own >= 10) await PutAsync(fast.PlanIndex(own - 10));
            for (; ahead * 4 < own + 8; ahead++) foreach (var share in slow) await PutAsync(share.PlanIndex(ahead));
            var request = await workload.RequestAtAsync(At(fast.PlanIndex(own)), new RequestItems(), CancellationToken.None);
            if (!request.IsDuplicate) continue;
            duplicates++;
            Assert.That(there, Does.Contain(request.Ordinal), $"operation {own} of the fast worker");
        }

        Assert.That(duplicates, Is.GreaterThan(each / 10));

        async Task PutAsync(long index)
        {
            var request = await workload.RequestAtAsync(At(index), new RequestItems(), CancellationToken.None);
            if (!request.IsDuplicate) there.Add(request.Ordinal);
        }
    }

    [TestCase(WriteState.Open, ExpectedResult = false)]
    [TestCase(WriteState.Acknowledged, ExpectedResult = true)]
    public async Task<bool> An_item_is_deleted_once_its_write_is_answered(WriteState state)
    {
        var ledger = new WriteLedger();
        var mix = new OperationMix([new OperationWeight(OperationKind.Put, 9), new OperationWeight(OperationKind.Delete, 1)]);
        var workload = new Workload(Plan(100, 0) with { Pattern = new OperationPattern(mix) }, ledger);
        for (var ordinal = 0; ordinal < 40 && state != WriteState.Open; ordinal++) ledger.Settle(ordinal, state);
        var requests = new List<PlannedRequest>();
        for (var index = 0; index < 40; index++) requests.Add(await workload.RequestAtAsync(At(index), new RequestItems(), CancellationToken.None));
        return requests.Any(request => request is { Kind: OperationKind.Delete, Ordinal: >= 0 });
    }

    [Test]
    public async Task A_duplicate_waits_for_the_first_acknowledged_write()
    {
        var ledger = new WriteLedger();
        var workload = Workload(ledger, duplicates: 50);
        var waiting = workload.RequestAtAsync(At(1), new RequestItems(), CancellationToken.None).AsTask();
        await Task.Delay(50);
        Assert.That(waiting.IsCompleted, Is.False);
        ledger.Settle(0, WriteState.Acknowledged);
        var request = await waiting.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.That((request.Ordinal, request.IsDuplicate), Is.EqualTo((0L, true)));
    }

    [Test]
    public async Task When_nothing_can_be_written_a_duplicate_is_sent_after_all()
    {
        var workload = new Workload(Plan(100, 0, duplicates: 50, patience: 0.03), new WriteLedger());
        var request = await workload.RequestAtAsync(At(1), new RequestItems(), CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromSeconds(5));
        Assert.That(request.IsDuplicate, Is.True);
    }

    [Test]
    public async Task The_same_seed_asks_for_the_same_items()
    {
        var first = await RequestsAsync(seed: 5);
        var second = await RequestsAsync(seed: 5);
        var other = await RequestsAsync(seed: 6);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(second, Is.EqualTo(first));
            Assert.That(other, Is.Not.EqualTo(first));
        }
    }

    [Test]
    public async Task Reads_are_spread_over_everything_that_is_there()
    {
        var ledger = new WriteLedger();
        for (var ordinal = 0; ordinal < 100; ordinal++) ledger.Settle(ordinal, WriteState.Acknowledged);
        var workload = new Workload(Plan(0, 1, preloaded: 100), ledger);
        var counts = new int[100];
        for (var index = 0; index < 20_000; index++) counts[(await workload.RequestAtAsync(At(index), new RequestItems(), CancellationToken.None)).Ordinal]++;
        // Chi-squared with 99 degrees of freedom: 0.001 of all samples lie above 149.4.
        Assert.That(counts.Sum(count => (count - 200.0) * (count - 200.0) / 200.0), Is.LessThan(149.4));
    }

    private static async Task<List<PlannedRequest>> RequestsAsync(long seed)
    {
        var ledger = new WriteLedger();
        for (var ordinal = 0; ordinal < 500; ordinal++) ledger.Settle(ordinal, WriteState.Acknowledged);
        var workload = new Workload(Plan(1, 1, duplicates: 20, preloaded: 500) with { Seed = seed }, ledger);
        var requests = new List<PlannedRequest>();
        for (var index = 0; index < 300; index++) requests.Add(await workload.RequestAtAsync(At(index), new RequestItems(), CancellationToken.None));
        return requests;
    }

    private static Workload Workload(WriteLedger ledger, double duplicates, long preloaded = 0) =>
        new(Plan(100, 0, duplicates, preloaded), ledger);

    private static WorkloadPlan Plan(int put, int get, double duplicates = 0, long preloaded = 0, double patience = 10) => new()
    {
        Pattern = Pattern(put, get),
        Seed = 1,
        Duplicates = new DuplicateShare(duplicates),
        PreloadedItems = preloaded,
        Patience = TimeSpan.FromSeconds(patience),
    };

    private static OperationPattern Pattern(int put, int get) => new(new OperationMix(
        new[] { new OperationWeight(OperationKind.Put, put), new OperationWeight(OperationKind.Get, get) }.Where(weight => weight.Weight > 0)));

    private static Ticket At(long index) => new(Phase.Measured, index, 0);
}
