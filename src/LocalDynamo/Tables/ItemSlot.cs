using System.Diagnostics.CodeAnalysis;
using LocalDynamo.Items;

namespace LocalDynamo.Tables;

/// <summary>A place for one item. <see cref="Attributes"/> changes under the slot's lock; the map itself never changes.</summary>
internal sealed class ItemEntry(ItemKey key)
{
    public ItemKey Key => key;

    public AttributeMap? Attributes { get; set; }
}

/// <summary>One of a table's ranges of the key hash, with its lock. Every member is called with <see cref="Gate"/> held.</summary>
internal sealed class ItemSlot
{
    private readonly SortedSet<ItemEntry> _entries = new(Comparer<ItemEntry>.Create((left, right) => left.Key.CompareTo(right.Key)));

    // Items that transactions are about to write; few at any time.
    private readonly List<ItemKey> _claimed = [];

    public Lock Gate { get; } = new();

    public int Count => _entries.Count;

    public bool TryFind(ItemEntry probe, [NotNullWhen(true)] out AttributeMap? attributes)
    {
        attributes = _entries.TryGetValue(probe, out var entry) ? entry.Attributes : null;
        return attributes is not null;
    }

    public void Put(ItemEntry probe, AttributeMap attributes)
    {
        if (_entries.TryGetValue(probe, out var entry))
        {
            entry.Attributes = attributes;
            return;
        }

        probe.Attributes = attributes;
        _entries.Add(probe);
    }

    public void Delete(ItemEntry probe) => _entries.Remove(probe);

    public bool IsClaimed(ItemKey key) => _claimed.Count > 0 && _claimed.Exists(claimed => claimed.CompareTo(key) == 0);

    /// <summary>Keeps all others from writing the item until it is released.</summary>
    public void Claim(ItemKey key) => _claimed.Add(key);

    public void Release(ItemKey key) => _claimed.RemoveAll(claimed => claimed.CompareTo(key) == 0);

    /// <summary>The entries between two bounds, both included, in order.</summary>
    public SortedSet<ItemEntry> Between(ItemEntry from, ItemEntry to) => _entries.GetViewBetween(from, to);
}
