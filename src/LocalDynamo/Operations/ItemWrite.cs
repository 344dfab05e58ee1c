using LocalDynamo.Capacity;
using LocalDynamo.Faults;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>What every write of a single item does: admit, look, check, store, charge.</summary>
internal sealed class ItemWrite(CapacityMeter meter)
{
    /// <summary>An item may be this large, names included.</summary>
    public const int LargestItem = 400 * 1024;

    /// <summary>Replaces the item at <paramref name="key"/> by <paramref name="changed"/>; null deletes it.</summary>
    public WriteOutcome Apply(Request request, Table table, ItemKey key, AttributeMap? changed)
    {
        meter.Admit(request, table, write: true, key);
        return ApplyAdmitted(request, table, key, changed);
    }

    /// <summary>The same after an admission that a batch has asked for itself.</summary>
    public WriteOutcome ApplyAdmitted(Request request, Table table, ItemKey key, AttributeMap? changed)
    {
        var probe = new ItemEntry(key);
        var slot = table.Items.SlotOf(key);
        AttributeMap? existing;
        lock (slot.Gate)
        {
            slot.TryFind(probe, out existing);
            if (request.Fault != Fault.LoseWrite) table.Items.Replace(slot, probe, existing, changed);
        }

        // The larger of the two counts: replacing a large item by a small one costs the large one's units.
        var units = CapacityUnits.Write(Math.Max(existing?.Size ?? 0, changed?.Size ?? 0));
        meter.Charge(table, write: true, key, units);
        return new WriteOutcome(existing, units);
    }

    /// <exception cref="DynamoException">The item is larger than 400 KB.</exception>
    public static void CheckSize(AttributeMap item)
    {
        if (item.Size > LargestItem) throw DynamoException.Validation("Item size has exceeded the maximum allowed size");
    }
}

/// <summary>What a write found and what it cost.</summary>
internal readonly record struct WriteOutcome(AttributeMap? Existing, double Units);
