using CsCheck;
using LoadTest.Operations;

namespace LoadTest.Tests.Operations;

public sealed class WriteLedgerTests
{
    [Test]
    public void It_remembers_what_was_settled() => Gen.Select(Gen.Long[0, 300_000], Gen.Enum<WriteState>()).List[0, 200].Sample(writes =>
    {
        var ledger = new WriteLedger();
        var settled = writes.DistinctBy(write => write.Item1).Where(write => write.Item2 != WriteState.Open).ToList();
        foreach (var (ordinal, state) in settled) ledger.Settle(ordinal, state);
        return settled.All(write => ledger.StateOf(write.Item1) == write.Item2)
            && ledger.Acknowledged == settled.Count(write => write.Item2 == WriteState.Acknowledged)
            && ledger.End == settled.Select(write => write.Item1 + 1).DefaultIfEmpty(0).Max();
    });

    [Test]
    public void What_was_never_settled_is_open() => Assert.That(new WriteLedger().StateOf(123_456_789), Is.EqualTo(WriteState.Open));

    [Test]
    public void Threads_that_settle_neighbours_do_not_disturb_each_other()
    {
        var ledger = new WriteLedger();
        Parallel.For(0, 200_000, ordinal => ledger.Settle(ordinal, (WriteState)(1 + ordinal % 3)));
        Assert.That(Enumerable.Range(0, 200_000).Count(ordinal => ledger.StateOf(ordinal) != (WriteState)(1 + ordinal % 3)), Is.Zero);
    }

    [Test]
    public void Memory_does_not_grow_with_acknowledged_writes()
    {
        var ledger = new WriteLedger();
        Settle(ledger, 0, 1_000_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Settle(ledger, 1_000_000, 9_000_000);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(grown, Is.LessThan(64 * 1024), "nine million writes");
            Assert.That(ledger.StateOf(8_765_432), Is.EqualTo(WriteState.Acknowledged));
        }

        GC.KeepAlive(ledger);
    }

    [Test]
    public async Task The_first_acknowledged_write_releases_who_waits_for_it()
    {
        var ledger = new WriteLedger();
        ledger.Settle(0, WriteState.Refused);
        Assert.That(ledger.FirstAcknowledged.IsCompleted, Is.False);
        ledger.Settle(1, WriteState.Acknowledged);
        await ledger.FirstAcknowledged.WaitAsync(TimeSpan.FromSeconds(5));
    }

    private static void Settle(WriteLedger ledger, long from, long count)
    {
        for (var ordinal = from; ordinal < from + count; ordinal++) ledger.Settle(ordinal, WriteState.Acknowledged);
    }
}
