using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Items;
using LoadTest.Operations;
using LoadTest.Wire.Http;

namespace LoadTest.Tests.Operations;

/// <summary>However many workers perform a plan, together they send the same requests, byte for byte.</summary>
public sealed class SameBytesTests
{
    private const int Preloaded = 500;
    private const int Operations = 4_200;
    private const string Mix =
        "put=6,update=4,delete=1,get=3,query=1,query-index=1,scan=1,batch-write=1,batch-get=1,transact-write=1,transact-get=1";

    private static IEnumerable<KeyDistribution> Distributions =>
        [new UniformKeys(), new ZipfianKeys(0.99), new ZipfianKeys(1.2, newestFirst: true), new HotSetKeys(10, 90), new SequentialKeys(), new SingleKey()];

    [TestCaseSource(nameof(Distributions))]
    public async Task Seven_workers_send_what_one_sends(KeyDistribution keys)
    {
        var one = await BodiesAsync(keys, 1, seed: 3);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(one, Has.Count.EqualTo(Operations));
            Assert.That(Same(one, await BodiesAsync(keys, 7, seed: 3)), Is.True, "seven workers");
            Assert.That(Same(one, await BodiesAsync(keys, 1, seed: 4)), Is.False, "another seed");
        }
    }

    private static bool Same(Dictionary<long, byte[]> one, Dictionary<long, byte[]> other) =>
        one.Count == other.Count && one.All(body => other[body.Key].AsSpan().SequenceEqual(body.Value));

    private static async Task<Dictionary<long, byte[]>> BodiesAsync(KeyDistribution keys, int workers, long seed)
    {
        var bodies = new Dictionary<long, byte[]>();
        foreach (var worker in Enumerable.Range(0, workers))
        {
            var share = new WorkerShare(worker, workers);
            foreach (var (index, body) in await WorkerBodiesAsync(keys, share, seed)) bodies.Add(index, body);
        }

        return bodies;
    }

    // Each worker knows of the preloaded items and of its own writes alone.
    private static async Task<List<(long Index, byte[] Body)>> WorkerBodiesAsync(KeyDistribution keys, WorkerShare share, long seed)
    {
        var items = new ItemGenerator(new ItemForm
        {
            RunId = "run",
            Seed = seed,
            StartedAt = DateTimeOffset.UnixEpoch.AddYears(56),
            Sizes = new LogNormalSizes(400, 0.5),
            Keys = OperationLab.SortedKeys,
            ItemsPerPartition = 5,
        });
        var operations = OperationTable.Of("items", items, new OperationForm());
        var ledger = new WriteLedger();
        for (var ordinal = 0; ordinal < Preloaded; ordinal++) ledger.Settle(ordinal, WriteState.Acknowledged);
        var workload = new Workload(
            OperationLab.Plan(Mix, Preloaded) with
            {
                Seed = seed,
                Keys = keys,
                Duplicates = DuplicateShare.Of(10, Operations, longestBegin: 200),
                Misses = new EvenShare(5),
                Outstanding = 20,
                IsAlone = share.Count == 1,
            },
            ledger);
        var list = new RequestItems();
        var buffer = new RequestBuffer();
        var bodies = new List<(long, byte[])>();
        for (var own = 0L; own < share.OwnCount(Operations); own++)
        {
            var request = await workload.RequestAtAsync(new Ticket(Phase.Measured, share.PlanIndex(own), 0), list, CancellationToken.None);
            buffer.Begin(0);
            operations[request.Kind].WriteBody(request, buffer);
            bodies.Add((request.Index, buffer.Body.ToArray()));
            var category = request.IsDuplicate ? Category.ConditionalCheck : Category.Success;
            if (request.Kind is OperationKind.BatchWrite or OperationKind.BatchGet) request.Items.BeginAnswer();
            operations[request.Kind].Settle(request, new Answer { Category = category, Attempts = 1, ServiceStart = 0, End = 1, ItemsFound = 100 }, ledger);
        }

        return bodies;
    }
}
