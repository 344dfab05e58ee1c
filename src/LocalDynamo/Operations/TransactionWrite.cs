using LocalDynamo.Capacity;
using LocalDynamo.Faults;
using LocalDynamo.Http;

namespace LocalDynamo.Operations;

/// <summary>
/// Carries out one TransactWriteItems in two steps, as DynamoDB does: prepares each item (looks, checks, and claims it, so that others who
/// write it meet a conflict), then stores all of them at once. One request's own.
/// </summary>
internal sealed class TransactionWrite(Request request, CapacityMeter meter, IReadOnlyList<ItemChange> changes)
{
    private readonly PreparedWrite?[] _writes = new PreparedWrite?[changes.Count];
    private readonly bool[] _claimed = new bool[changes.Count];

    /// <exception cref="TransactionCanceledException">An action cannot be carried out; nothing was.</exception>
    public ConsumptionByTable Apply()
    {
        var reasons = changes.Select((_, position) => Prepare(position)).ToList();
        var cancelled = reasons.Exists(reason => reason != TransactionReason.None);
        using (new TransactionSlots(changes.Select(change => (change.Table, change.Key)))) Finish(store: !cancelled);
        // Each item is written twice, once to prepare it and once to store it; a cancelled transaction came to the first alone, and to no index.
        var consumed = new ConsumptionByTable();
        foreach (var write in _writes)
        {
            if (write is not null) consumed.Add(cancelled ? write.ChargeTable(meter) : write.Charge(meter, tableWrites: 2));
        }

        return cancelled ? throw new TransactionCanceledException(reasons) : consumed;
    }

    private TransactionReason Prepare(int position)
    {
        var change = changes[position];
        if (!meter.TryAdmit(request, change.Table.Source, write: true, change.Key, out var refusal))
            return TransactionReason.Throttled(refusal, change.Table.Source);
        var slot = change.Table.Items.SlotOf(change.Key);
        lock (slot.Gate)
        {
            if (slot.IsClaimed(change.Key)) return TransactionReason.Conflict;
            try
            {
                var write = PreparedWrite.Of(change, slot);
                foreach (var index in write.Indexes)
                {
                    if (!meter.TryAdmit(request, index.Index.Source, write: true, (index.NewKey ?? index.OldKey)!, out refusal))
                        return TransactionReason.Throttled(refusal, index.Index.Source);
                }

                _writes[position] = write;
                if (!write.Holds) return TransactionReason.ConditionFailed(change.WantsFound ? write.Existing : null);
            }
            catch (DynamoException error) when (error.Type == "ValidationException")
            {
                return TransactionReason.Invalid(error);
            }

            slot.Claim(change.Key);
            _claimed[position] = true;
            return TransactionReason.None;
        }
    }

    private void Finish(bool store)
    {
        for (var i = 0; i < changes.Count; i++)
        {
            if (!_claimed[i]) continue;
            var slot = changes[i].Table.Items.SlotOf(changes[i].Key);
            slot.Release(changes[i].Key);
            if (store && changes[i].Result is not KeptItem && request.Fault != Fault.LoseWrite) _writes[i]!.Store(slot);
        }
    }
}
