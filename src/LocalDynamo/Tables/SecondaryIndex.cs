using LocalDynamo.Capacity;
using LocalDynamo.Items;

namespace LocalDynamo.Tables;

/// <summary>What a write does to one index. An entry that is null is not there before or after.</summary>
internal sealed record IndexChange(SecondaryIndex Index, ItemKey? OldKey, AttributeMap? Old, ItemKey? NewKey, AttributeMap? New)
{
    /// <summary>A changed key costs a delete and a put, anything else one write.</summary>
    public double Units
    {
        get
        {
            if (OldKey is not null && NewKey is not null && OldKey.CompareTo(NewKey) != 0)
                return CapacityUnits.Write(Old!.Size) + CapacityUnits.Write(New!.Size);
            return CapacityUnits.Write(Math.Max(Old?.Size ?? 0, New?.Size ?? 0));
        }
    }
}

/// <summary>
/// A global secondary index: the projected attributes of those items that have its key. Thread-safe; a writer changes it while it holds the
/// lock of the item's slot in the table, so that an item's changes arrive in order.
/// </summary>
internal sealed class SecondaryIndex(IndexDefinition definition, KeySchema tableKeys, CapacitySource source)
{
    private readonly HashSet<string> _projected =
        [.. definition.Keys.Names, .. tableKeys.Names, .. definition.Projection.Included];

    /// <summary>Replaced whole when its capacity changes.</summary>
    public IndexDefinition Definition { get; private set; } = definition;

    public CapacitySource Source => source;

    public ItemStore Items { get; } = new();

    public KeySchema Keys => Definition.Keys;

    /// <summary>The names in a key of this index, the table's own included.</summary>
    public IReadOnlyList<string> KeyNames { get; } = [.. definition.Keys.Names.Union(tableKeys.Names)];

    public bool HoldsAll => Definition.Projection.Type == IndexProjection.All;

    public bool Holds(string attribute) => HoldsAll || _projected.Contains(attribute);

    public void Change(Provision provision)
    {
        Definition = Definition with { Provision = provision };
        source.Capacity.Change(provision);
    }

    /// <summary>What becomes of the index when an item changes; null when nothing does.</summary>
    public IndexChange? ChangeOf(ItemKey tableKey, AttributeMap? existing, AttributeMap? changed)
    {
        var (oldKey, newKey) = (KeyOf(tableKey, existing), KeyOf(tableKey, changed));
        if (oldKey is null && newKey is null) return null;
        var (old, now) = (oldKey is null ? null : ProjectionOf(existing!), newKey is null ? null : ProjectionOf(changed!));
        var same = oldKey is not null && newKey is not null && oldKey.CompareTo(newKey) == 0
            && new MapValue(old!).SameAs(new MapValue(now!));
        return same ? null : new IndexChange(this, oldKey, old, newKey, now);
    }

    public void Apply(IndexChange change)
    {
        if (change.OldKey is not null && (change.NewKey is null || change.OldKey.CompareTo(change.NewKey) != 0))
            Replace(change.OldKey, change.Old, changed: null);
        if (change.NewKey is null) return;
        var kept = change.OldKey is not null && change.OldKey.CompareTo(change.NewKey) == 0;
        Replace(change.NewKey, kept ? change.Old : null, change.New);
    }

    private void Replace(ItemKey key, AttributeMap? existing, AttributeMap? changed)
    {
        var slot = Items.SlotOf(key);
        lock (slot.Gate) Items.Replace(slot, new ItemEntry(key), existing, changed);
    }

    private ItemKey? KeyOf(ItemKey tableKey, AttributeMap? item)
    {
        if (item?.Find(Keys.Partition.Name) is not { } partition || partition.Type != Keys.Partition.Type) return null;
        if (Keys.Sort is null) return ItemKey.Of(partition, sort: null, tableKey);
        return item.Find(Keys.Sort.Name) is { } sort && sort.Type == Keys.Sort.Type ? ItemKey.Of(partition, sort, tableKey) : null;
    }

    private AttributeMap ProjectionOf(AttributeMap item)
    {
        if (HoldsAll) return item;
        var map = new AttributeMap(_projected.Count);
        for (var i = 0; i < item.Count; i++)
        {
            if (_projected.Contains(item.NameAt(i))) map.Set(item.NameAt(i), item.ValueAt(i));
        }

        return map;
    }
}
