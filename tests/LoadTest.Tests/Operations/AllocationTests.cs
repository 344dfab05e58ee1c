using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;
using LoadTest.Items;
using LoadTest.Operations;
using LoadTest.Wire.Http;

namespace LoadTest.Tests.Operations;

/// <summary>What the hot path does for an operation before it is sent and after it is answered allocates nothing.</summary>
public sealed class AllocationTests
{
    private const int Preloaded = 5_000;
    private const int Rounds = 2_000;

    private static OperationKind[] Kinds => Enum.GetValues<OperationKind>();

    [TestCaseSource(nameof(Kinds))]
    public void An_operation_allocates_nothing(OperationKind kind)
    {
        var items = new ItemGenerator(new ItemForm
        {
            RunId = "run",
            Seed = 1,
            StartedAt = DateTimeOffset.UnixEpoch.AddYears(56),
            Sizes = new FixedSizes(700),
            Keys = OperationLab.SortedKeys,
            ItemsPerPartition = 5,
        });
        var ledger = new WriteLedger();
        for (var ordinal = 0; ordinal < Preloaded; ordinal++) ledger.Settle(ordinal, WriteState.Acknowledged);
        var workload = new Workload(OperationLab.Plan(new OperationMix([new OperationWeight(kind, 1)]).ToString(), Preloaded), ledger);
        var operation = OperationTable.Of("items", items, new OperationForm())[kind];
        var list = new RequestItems();
        var buffer = new RequestBuffer();
        for (var index = 0; index < Rounds; index++) Perform(index);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var index = Rounds; index < 2 * Rounds; index++) Perform(index);
        // The ledger's chunks for thousands of items are all that there may be.
        Assert.That((GC.GetAllocatedBytesForCurrentThread() - before) / Rounds, Is.LessThan(25));

        void Perform(int index)
        {
            var pending = workload.RequestAtAsync(new Ticket(Phase.Measured, index, 0), list, CancellationToken.None);
            if (!pending.IsCompletedSuccessfully) throw new InvalidOperationException("Nothing is waited for.");
            var request = pending.Result;
            buffer.Begin(512);
            operation.WriteBody(request, buffer);
            var read = operation.ReadBody(request, """{"ConsumedCapacity":{"CapacityUnits":2.0,"TableName":"items"}}"""u8);
            operation.Settle(request, Answer.Of(operation, read, 0, 1), ledger);
        }
    }
}
