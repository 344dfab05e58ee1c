using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>
/// The locks of all items of a transaction, taken in one order by every transaction (tables by the order of their creation, then slots by
/// number), so that two never wait for each other.
/// </summary>
internal sealed class TransactionSlots : IDisposable
{
    private readonly List<ItemSlot> _locked = [];

    public TransactionSlots(IEnumerable<(Table Table, ItemKey Key)> items)
    {
        var ordered = items.Select(item => (item.Table, Slot: ItemStore.SlotNumber(item.Key), item.Key))
            .OrderBy(item => item.Table.Number).ThenBy(item => item.Slot).DistinctBy(item => (item.Table.Number, item.Slot));
        foreach (var (table, _, key) in ordered)
        {
            var slot = table.Items.SlotOf(key);
            slot.Gate.Enter();
            _locked.Add(slot);
        }
    }

    public void Dispose()
    {
        for (var i = _locked.Count - 1; i >= 0; i--) _locked[i].Gate.Exit();
    }
}
