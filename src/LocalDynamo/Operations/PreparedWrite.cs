using LocalDynamo.Capacity;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>A write that knows what it found and what it is to leave, in the table and in its indexes.</summary>
internal sealed class PreparedWrite
{
    private static readonly IReadOnlyList<IndexChange> NoChanges = [];

    private readonly ItemChange _change;

    private PreparedWrite(ItemChange change, AttributeMap? existing, bool holds)
    {
        _change = change;
        Existing = existing;
        Holds = holds;
        Changed = holds ? change.Result.Of(existing) : null;
        Indexes = holds && change.Table.Indexes.Count > 0 ? IndexChanges() : NoChanges;
    }

    public AttributeMap? Existing { get; }

    public AttributeMap? Changed { get; }

    /// <summary>Whether the condition holds. Where it does not, nothing is to be stored.</summary>
    public bool Holds { get; }

    public IReadOnlyList<IndexChange> Indexes { get; }

    /// <summary>Looks and decides. The caller holds the slot's lock.</summary>
    /// <exception cref="DynamoException">The change does not fit the item that is there.</exception>
    public static PreparedWrite Of(ItemChange change, ItemSlot slot)
    {
        slot.TryFind(new ItemEntry(change.Key), out var existing);
        return new PreparedWrite(change, existing, change.Condition?.Holds(existing ?? AttributeMap.Empty) ?? true);
    }

    /// <summary>Stores what is to be. The caller holds the slot's lock, and nothing has changed the item since it was looked at.</summary>
    public void Store(ItemSlot slot)
    {
        _change.Table.Items.Replace(slot, new ItemEntry(_change.Key), Existing, Changed);
        foreach (var index in Indexes) index.Index.Apply(index);
    }

    /// <summary>Takes the units of the write, of the table and of the indexes that it changes, and says which.</summary>
    /// <param name="meter">Takes them.</param>
    /// <param name="tableWrites">How often the table is written; an index always once.</param>
    public Consumption Charge(CapacityMeter meter, int tableWrites = 1)
    {
        var consumed = ChargeTable(meter, tableWrites);
        foreach (var index in Indexes)
        {
            meter.Charge(index.Index.Source, write: true, (index.NewKey ?? index.OldKey)!, index.Units);
            consumed.AddIndex(index.Index.Definition.Name, index.Units);
        }

        return consumed;
    }

    /// <summary>Takes the units of the table alone, and says which.</summary>
    public Consumption ChargeTable(CapacityMeter meter, int times = 1)
    {
        // The larger of the two counts: replacing a large item by a small one costs the large one's units.
        var units = times * CapacityUnits.Write(Math.Max(Existing?.Size ?? 0, Changed?.Size ?? _change.Result.KnownSize));
        meter.Charge(_change.Table.Source, write: true, _change.Key, units);
        var consumed = new Consumption(_change.Table.Name);
        consumed.AddTable(units);
        return consumed;
    }

    private List<IndexChange> IndexChanges()
    {
        var changes = new List<IndexChange>();
        foreach (var index in _change.Table.Indexes)
        {
            if (index.ChangeOf(_change.Key, Existing, Changed) is { } change) changes.Add(change);
        }

        return changes;
    }
}
