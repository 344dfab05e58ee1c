using LocalDynamo.Items;

namespace LocalDynamo.Tables;

/// <summary>
/// The items of one table, cut into ranges of the key hash that each have their own lock. Thread-safe. A writer locks the slot of its
/// key, looks, decides and writes; whoever needs several slots locks them in ascending order of their number.
/// </summary>
internal sealed class ItemStore
{
    private const int SlotCount = 512;

    private readonly ItemSlot[] _slots = [.. Enumerable.Range(0, SlotCount).Select(_ => new ItemSlot())];
    private long _count;
    private long _bytes;

    public long Count => Interlocked.Read(ref _count);

    public long Bytes => Interlocked.Read(ref _bytes);

    public static int SlotNumber(ItemKey key) => KeyHash.RangeOf(key.Hash, SlotCount);

    public ItemSlot SlotOf(ItemKey key) => _slots[SlotNumber(key)];

    public AttributeMap? Find(ItemKey key)
    {
        var slot = SlotOf(key);
        lock (slot.Gate) return slot.TryFind(new ItemEntry(key), out var attributes) ? attributes : null;
    }

    /// <summary>Stores <paramref name="changed"/>, or deletes where it is null. The caller holds the slot's lock.</summary>
    public void Replace(ItemSlot slot, ItemEntry probe, AttributeMap? existing, AttributeMap? changed)
    {
        if (changed is not null) slot.Put(probe, changed);
        else if (existing is not null) slot.Delete(probe);
        Interlocked.Add(ref _count, (changed is null ? 0 : 1) - (existing is null ? 0 : 1));
        Interlocked.Add(ref _bytes, (changed?.Size ?? 0) - (existing?.Size ?? 0));
    }

    /// <summary>
    /// Offers the items after <paramref name="from"/> and up to <paramref name="to"/>, in order, until <paramref name="take"/> answers
    /// false. Each slot is locked on its own, so a scan sees each item as it was at one moment, as DynamoDB's does.
    /// </summary>
    public void Walk(ItemKey from, ItemKey to, Func<ItemKey, AttributeMap, bool> take)
    {
        var (start, end) = (new ItemEntry(from), new ItemEntry(to));
        for (var number = SlotNumber(from); number <= SlotNumber(to); number++)
        {
            var slot = _slots[number];
            lock (slot.Gate)
            {
                if (slot.Count == 0) continue;
                foreach (var entry in slot.Between(start, end))
                {
                    if (entry.Key.CompareTo(from) == 0) continue;
                    if (!take(entry.Key, entry.Attributes!)) return;
                }
            }
        }
    }

    /// <summary>The same from the end: the items before <paramref name="to"/> and down to <paramref name="from"/>.</summary>
    public void WalkBack(ItemKey from, ItemKey to, Func<ItemKey, AttributeMap, bool> take)
    {
        var (start, end) = (new ItemEntry(from), new ItemEntry(to));
        for (var number = SlotNumber(to); number >= SlotNumber(from); number--)
        {
            var slot = _slots[number];
            lock (slot.Gate)
            {
                if (slot.Count == 0) continue;
                foreach (var entry in slot.Between(start, end).Reverse())
                {
                    if (entry.Key.CompareTo(to) == 0) continue;
                    if (!take(entry.Key, entry.Attributes!)) return;
                }
            }
        }
    }
}
