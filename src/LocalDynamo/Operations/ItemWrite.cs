using LocalDynamo.Capacity;
using LocalDynamo.Faults;
using LocalDynamo.Http;
using LocalDynamo.Items;

namespace LocalDynamo.Operations;

/// <summary>What a write found, what it left, and what it cost.</summary>
internal readonly record struct WriteOutcome(AttributeMap? Existing, AttributeMap? Changed, Consumption Consumed);

/// <summary>What every write of a single item does: admit, look, check, store, charge.</summary>
internal sealed class ItemWrite(CapacityMeter meter)
{
    /// <summary>An item may be this large, names included.</summary>
    public const int LargestItem = 400 * 1024;

    /// <exception cref="ThrottledException">No capacity is left, in the table or in an index that the write would change.</exception>
    /// <exception cref="ConditionFailedException">The condition does not hold. It costs what the write would have.</exception>
    /// <exception cref="TransactionConflictException">A transaction is writing the item.</exception>
    public WriteOutcome Apply(Request request, ItemChange change)
    {
        meter.Admit(request, change.Table.Source, write: true, change.Key);
        var slot = change.Table.Items.SlotOf(change.Key);
        PreparedWrite write;
        lock (slot.Gate)
        {
            if (slot.IsClaimed(change.Key)) throw new TransactionConflictException();
            write = PreparedWrite.Of(change, slot);
            if (write.Holds)
            {
                meter.Admit(request, write.Indexes);
                if (request.Fault != Fault.LoseWrite) write.Store(slot);
            }
        }

        var consumed = write.Charge(meter);
        return write.Holds
            ? new WriteOutcome(write.Existing, write.Changed, consumed)
            : throw new ConditionFailedException(change.WantsFound ? write.Existing : null);
    }

    /// <exception cref="DynamoException">The item is larger than 400 KB.</exception>
    public static void CheckSize(AttributeMap item)
    {
        if (item.Size > LargestItem) throw DynamoException.Validation("Item size has exceeded the maximum allowed size");
    }
}
