using LoadTest.Configuration.Values;
using LoadTest.DynamoDb;
using LoadTest.Engine.Planning;
using LoadTest.Operations;
using LocalDynamo;

namespace LoadTest.Tests.Operations;

/// <summary>
/// Workers that share a load and a table, each with what it alone knows, and one that has all of it: a table that does what it should is never blamed.
/// </summary>
public sealed class BlamelessTableTests
{
    private const int Preloaded = 150;
    private const int Operations = 3000;
    private const string Mix = "put=6,update=4,delete=3,get=3,query=1,batch-get=1,transact-write=1,transact-get=1";

    private static readonly FaultOptions Uneven = new() { Latency = new LatencyModel.LogNormal(TimeSpan.FromMilliseconds(2), Sigma: 1.2) };

    private static IEnumerable<TestCaseData> Loads
    {
        get
        {
            foreach (var workers in new[] { 1, 3 })
            {
                yield return Case("closed", workers, new Load.Closed(12, Operations, null, 100), Uneven);
                yield return Case("open", workers, new Load.Open([Engine.Planning.Stage.Hold(1000, TimeSpan.FromSeconds(3))], 12), Uneven);
                yield return Case("throttled", workers, new Load.Closed(12, Operations, null, 100), Uneven with { Throttle = 0.1 });
                yield return Case("faults", workers, new Load.Closed(12, Operations, null, 100), Uneven with { ServerError = 0.02, Drop = 0.02 });
            }

            static TestCaseData Case(string name, int workers, Load load, FaultOptions faults) =>
                new TestCaseData(load, faults, workers).SetArgDisplayNames(name, workers == 1 ? "alone" : "several");
        }
    }

    [TestCaseSource(nameof(Loads))]
    public async Task A_sound_table_is_not_blamed(Load load, FaultOptions faults, int count)
    {
        await using var lab = await OperationLab.StartAsync(OperationLab.PlainKeys, Preloaded, faults);
        var workload = OperationLab.Plan(Mix, Preloaded) with
        {
            Duplicates = DuplicateShare.Of(15, 6 * Operations / 20, longestBegin: 100),
            Misses = new EvenShare(5),
            Outstanding = new LoadPlan { Load = load, MaxDuration = TimeSpan.MaxValue }.Lanes,
            IsAlone = count == 1,
        };
        var deletes = workload.Pattern.CountBefore(OperationKind.Delete, Operations);
        var workers = Enumerable.Range(0, count).Select(worker => new WorkerShare(worker, count)).Select(share => (
            Share: share, Ledger: new WriteLedger { DeletableBefore = count == 1 ? 0 : deletes, AreWritesRepeatedByOthers = count > 1 })).ToList();
        foreach (var (share, ledger) in workers)
        {
            for (long ordinal = share.Index; ordinal < Preloaded; ordinal += count) ledger.Settle(ordinal, WriteState.Acknowledged);
        }

        var results = await Task.WhenAll(workers.Select(worker => lab.RunAsync(
            LoadClient.Wire, workload, new OperationForm(ConsistentRead: true, PageItems: 20),
            new LoadPlan { Load = load, Share = worker.Share, MaxDuration = TimeSpan.FromMinutes(2) }, worker.Ledger)));
        var errors = results.SelectMany(result => result.Operations).SelectMany(operation => operation.Errors)
            .GroupBy(error => error.Category.Name).ToDictionary(group => group.Key, group => group.Sum(error => error.Count));
        var verifications = await Task.WhenAll(workers.Select(worker => lab.VerifyAsync(worker.Ledger, new VerificationScope(worker.Share, Preloaded))));
        TestContext.Out.WriteLine(string.Join(", ", errors));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Sum(result => result.Attempted), Is.EqualTo(Operations));
            Assert.That(errors.Keys, Has.None.EqualTo("missing-item").And.None.EqualTo("unexpected-success"));
            // Several workers of a closed load drift apart.
            if (count > 1 && load is Load.Closed) Assert.That(errors.Keys, Does.Contain("deleted-meanwhile"), "or this run shows nothing");
            foreach (var verification in verifications)
            {
                Assert.That(verification.Holds, Is.True, string.Join(", ", verification.Examples));
                Assert.That(verification.Found, Is.Positive);
            }
        }
    }
}
