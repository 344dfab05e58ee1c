using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;

namespace LoadTest.Operations;

/// <summary>One request of the plan.</summary>
/// <param name="Kind">The operation.</param>
/// <param name="Phase">The part of the run, which decides the key space.</param>
/// <param name="Ordinal">The number of the item that it is about.</param>
/// <param name="IsDuplicate">Whether it is a conditional write that must fail, as the item is there already.</param>
public readonly record struct PlannedRequest(OperationKind Kind, Phase Phase, long Ordinal, bool IsDuplicate);

/// <summary>
/// What each number of the plan asks for. Everything but one thing is a pure function of the number and the seed: a duplicate or a read
/// goes to an item that is known to be there, which the ledger knows.
/// </summary>
public sealed class Workload(OperationPattern pattern, DuplicateShare duplicates, long seed, long preloadedItems, WriteLedger ledger, TimeSpan patience)
{
    // In a healthy run the first draw is a written item; further draws step over failed writes and those still in flight.
    private const int MostDraws = 64;

    /// <summary>What became of the writes.</summary>
    public WriteLedger Ledger => ledger;

    /// <summary>How many items were there before the measured part; their numbers come first.</summary>
    public long PreloadedItems => preloadedItems;

    /// <summary>How many items the first operations of the plan write, preloaded ones included.</summary>
    public long ItemsBefore(long index)
    {
        var puts = pattern.CountBefore(OperationKind.Put, index);
        return preloadedItems + puts - duplicates.CountBefore(puts);
    }

    /// <summary>
    /// The request of an operation. Waits only at the very beginning, for a duplicate when nothing has been written yet, and not longer
    /// than a request may take: if nothing can be written at all, the duplicate is sent all the same, and shows it.
    /// </summary>
    public async ValueTask<PlannedRequest> RequestAtAsync(Ticket ticket, CancellationToken abort)
    {
        var (kind, ordinal) = pattern.At(ticket.Index);
        var isDuplicate = kind == OperationKind.Put && duplicates.Contains(ordinal);
        if (kind == OperationKind.Put && !isDuplicate)
            return new PlannedRequest(kind, ticket.Phase, preloadedItems + ordinal - duplicates.CountBefore(ordinal), IsDuplicate: false);

        if (isDuplicate && ledger.Acknowledged == 0)
            await Task.WhenAny(ledger.FirstAcknowledged, Task.Delay(patience, abort));
        return new PlannedRequest(kind, ticket.Phase, WrittenItem(ticket.Index), isDuplicate);
    }

    private long WrittenItem(long index)
    {
        if (ledger.Acknowledged == 0) return 0;
        var candidates = Math.Max(1, ItemsBefore(index));
        for (var draw = 0; draw < MostDraws; draw++)
        {
            var item = SplitMix.Below(candidates, SplitMix.Bits(seed, index, draw + 1));
            if (ledger.StateOf(item) == WriteState.Acknowledged) return item;
        }

        // Few of the candidates are there: look through them all, from the newest on.
        for (var item = candidates - 1; item >= 0; item--)
        {
            if (ledger.StateOf(item) == WriteState.Acknowledged) return item;
        }

        return 0;
    }
}
