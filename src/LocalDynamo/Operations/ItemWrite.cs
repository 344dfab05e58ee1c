using LocalDynamo.Capacity;
using LocalDynamo.Faults;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>What a write found, what it left, and what it cost.</summary>
internal readonly record struct WriteOutcome(AttributeMap? Existing, AttributeMap? Changed, Consumption Consumed);

/// <summary>What every write of a single item does: admit, look, check, store, charge.</summary>
internal sealed class ItemWrite(CapacityMeter meter)
{
    /// <summary>An item may be this large, names included.</summary>
    public const int LargestItem = 400 * 1024;

    /// <exception cref="ThrottledException">No capacity is left.</exception>
    /// <exception cref="ConditionFailedException">The condition does not hold. It costs what the write would have.</exception>
    public WriteOutcome Apply(Request request, ItemChange change)
    {
        meter.Admit(request, change.Table.Source, write: true, change.Key);
        return ApplyAdmitted(request, change);
    }

    /// <summary>The same after an admission that a batch has asked for itself.</summary>
    public WriteOutcome ApplyAdmitted(Request request, ItemChange change)
    {
        var (table, key) = (change.Table, change.Key);
        var probe = new ItemEntry(key);
        var slot = table.Items.SlotOf(key);
        AttributeMap? existing, changed = null;
        bool holds;
        lock (slot.Gate)
        {
            slot.TryFind(probe, out existing);
            holds = change.Condition?.Holds(existing ?? AttributeMap.Empty) ?? true;
            if (holds)
            {
                changed = change.Result.Of(existing);
                if (request.Fault != Fault.LoseWrite) table.Items.Replace(slot, probe, existing, changed);
            }
        }

        var consumed = Charge(change, existing, changed);
        return holds ? new WriteOutcome(existing, changed, consumed) : throw new ConditionFailedException(change.WantsFound ? existing : null);
    }

    // The larger of the two counts: replacing a large item by a small one costs the large one's units.
    private Consumption Charge(ItemChange change, AttributeMap? existing, AttributeMap? changed)
    {
        var units = CapacityUnits.Write(Math.Max(existing?.Size ?? 0, changed?.Size ?? change.Result.KnownSize));
        meter.Charge(change.Table.Source, write: true, change.Key, units);
        var consumed = new Consumption(change.Table.Name);
        consumed.AddTable(units);
        return consumed;
    }

    /// <exception cref="DynamoException">The item is larger than 400 KB.</exception>
    public static void CheckSize(AttributeMap item)
    {
        if (item.Size > LargestItem) throw DynamoException.Validation("Item size has exceeded the maximum allowed size");
    }
}
