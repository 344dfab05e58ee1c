using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;

namespace LoadTest.Operations;

/// <summary>
/// What each number of the plan asks for: a pure function of the number and the seed, save that an item which this worker knows not to be there is
/// passed over. Safe for all threads.
/// </summary>
public sealed class Workload
{
    private readonly WorkloadPlan _plan;
    private readonly ItemSequence _sequence;
    private readonly ItemChoice _choice;

    /// <summary>Makes the workload of a part of a run.</summary>
    public Workload(WorkloadPlan plan, WriteLedger ledger)
    {
        _plan = plan;
        Ledger = ledger;
        _sequence = plan.Items;
        _choice = new ItemChoice(plan, _sequence, ledger);
    }

    /// <summary>What became of the writes.</summary>
    public WriteLedger Ledger { get; }

    /// <summary>
    /// The request of an operation. Waits only at the very beginning, for a write to an item that is there when nothing has been written yet, and not
    /// longer than a request may take: if nothing can be written at all, it is sent all the same, and shows it.
    /// </summary>
    /// <param name="ticket">The operation.</param>
    /// <param name="items">The lane's own list, for requests about several items.</param>
    /// <param name="abort">Gives the waiting up.</param>
    public ValueTask<PlannedRequest> RequestAtAsync(Ticket ticket, RequestItems items, CancellationToken abort)
    {
        var (kind, ordinal) = _plan.Pattern.At(ticket.Index);
        var isDuplicate = kind == OperationKind.Put && _plan.Duplicates.Contains(ordinal);
        return (isDuplicate || kind == OperationKind.Update) && IsNothingThere(ticket.Index)
            ? OfFirstItemAsync(kind, ordinal, ticket, isDuplicate, abort)
            : ValueTask.FromResult(RequestAt(kind, ordinal, ticket, isDuplicate, items));
    }

    private PlannedRequest RequestAt(OperationKind kind, long ordinal, Ticket ticket, bool isDuplicate, RequestItems items)
    {
        var index = ticket.Index;
        switch (kind)
        {
            case OperationKind.Put when !isDuplicate:
                return Of(kind, ticket, _sequence.MadeBefore(index));
            case OperationKind.Put or OperationKind.Update:
                return OfOneItem(kind, ordinal, ticket, isDuplicate);
            case OperationKind.Delete:
                return Delete(ticket);
            case OperationKind.BatchWrite:
                items.Clear();
                for (var i = 0; i < _plan.BatchItems; i++) items.Add(_sequence.MadeBefore(index) + i);
                return Of(kind, ticket, items[0]) with { Items = items };
            case OperationKind.TransactWrite:
                items.Clear();
                items.Add(_sequence.MadeBefore(index));
                _choice.Several(index, ordinal, _plan.TransactionItems - 1, items);
                return Of(kind, ticket, items[0]) with { Items = items };
            case OperationKind.BatchGet or OperationKind.TransactGet:
                return ReadSeveral(kind, ordinal, ticket, items);
            default:
                return Of(kind, ticket, kind != OperationKind.Scan && _plan.Misses.Contains(ordinal) ? ItemChoice.Miss(index) : _choice.OneOrMiss(index, ordinal));
        }
    }

    private static PlannedRequest Of(OperationKind kind, Ticket ticket, long item) =>
        new(kind, ticket.Phase, item, IsDuplicate: false) { Index = ticket.Index };

    private PlannedRequest ReadSeveral(OperationKind kind, long ordinal, Ticket ticket, RequestItems items)
    {
        items.Clear();
        var count = kind == OperationKind.BatchGet ? _plan.BatchItems : _plan.TransactionItems;
        if (!_plan.Misses.Contains(ordinal)) _choice.Several(ticket.Index, ordinal, count, items);
        // Keys that are never written fill up what is not there.
        for (var slot = 0; items.Count < count; slot++) items.Add(ItemChoice.Miss(ticket.Index * RequestItems.Most + slot));
        return Of(kind, ticket, items[0]) with { Items = items };
    }

    private PlannedRequest Delete(Ticket ticket)
    {
        var item = _sequence.DeletedBefore(ticket.Index);
        if (item >= _sequence.SettledAt(ticket.Index).End) return Of(OperationKind.Delete, ticket, ItemChoice.Miss(ticket.Index));
        var before = Ledger.StateOf(item);
        // An item whose write is not answered yet stays: if that answer were heard after the delete's, the item would be taken for one that was lost.
        if (before == WriteState.Refused || (before == WriteState.Open && _plan.IsAlone)) return Of(OperationKind.Delete, ticket, ItemChoice.Miss(ticket.Index));
        // Until its answer is there nobody may count on the item, or on its absence.
        Ledger.Settle(item, WriteState.Unknown);
        return Of(OperationKind.Delete, ticket, item) with { Before = before };
    }

    private bool IsNothingThere(long index) => _sequence.MakesItems && (Ledger.Acknowledged == 0 || _sequence.SettledAt(index).Count == 0) && _plan.IsAlone;

    private async ValueTask<PlannedRequest> OfFirstItemAsync(OperationKind kind, long ordinal, Ticket ticket, bool isDuplicate, CancellationToken abort)
    {
        if (Ledger.Acknowledged == 0) await Task.WhenAny(Ledger.FirstAcknowledged, Task.Delay(_plan.Patience, abort));
        return OfOneItem(kind, ordinal, ticket, isDuplicate);
    }

    private PlannedRequest OfOneItem(OperationKind kind, long ordinal, Ticket ticket, bool isDuplicate)
    {
        var item = isDuplicate ? _choice.Repeated(ticket.Index, ordinal) : _choice.One(ticket.Index, ordinal);
        return Of(kind, ticket, item) with { IsDuplicate = isDuplicate, Before = Ledger.StateOf(item) };
    }
}
