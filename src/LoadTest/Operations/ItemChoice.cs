using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>
/// Chooses the items that operations go to, among those that were there when the operation's turn came. The first draw is a pure function
/// of the operation's number and the seed, and in a healthy run it is taken; further draws step over items that this worker knows not to be there.
/// </summary>
public sealed class ItemChoice(WorkloadPlan plan, ItemSequence sequence, WriteLedger ledger)
{
    private const int MostDraws = 64;

    /// <summary>An item that is there, or a key that is never written where there is none.</summary>
    /// <param name="index">The operation's number in the plan.</param>
    /// <param name="ordinal">Its number among those of its kind.</param>
    public long OneOrMiss(long index, long ordinal)
    {
        var window = sequence.SettledAt(index);
        return window.Count == 0 ? Miss(index) : Draw(window, index, new KeyDraw(ordinal, 0, 1, 0, 0), null) ?? AnyKnown(index);
    }

    /// <summary>An item that is there; the first of all where none is known to be.</summary>
    public long One(long index, long ordinal) => OneOf(sequence.SettledAt(index), index, ordinal);

    /// <summary>An item that was there long before; the first of all where none is known to be.</summary>
    public long Repeated(long index, long ordinal) => OneOf(sequence.RepeatableAt(index), index, ordinal);

    /// <summary>Adds items that are there, each another one, up to a number of them: fewer where there are not so many.</summary>
    public void Several(long index, long ordinal, int count, RequestItems items)
    {
        var window = sequence.SettledAt(index);
        for (var slot = 0; slot < count; slot++)
        {
            if (Draw(window, index, new KeyDraw(ordinal, slot, count, 0, 0), items) is not { } item) return;
            items.Add(item);
        }
    }

    /// <summary>A key that is never written.</summary>
    public static long Miss(long index) => ~index;

    private long OneOf(ItemWindow window, long index, long ordinal) =>
        window.Count == 0 ? AnyKnown(index) : Draw(window, index, new KeyDraw(ordinal, 0, 1, 0, 0), null) ?? AnyKnown(index);

    // Among all that were made before.
    private long AnyKnown(long index)
    {
        for (var item = sequence.MadeBefore(index) - 1; item >= 0; item--)
        {
            if (ledger.StateOf(item) == WriteState.Acknowledged) return item;
        }

        return 0;
    }

    private long? Draw(ItemWindow window, long index, KeyDraw place, RequestItems? taken)
    {
        for (var draw = 0; draw < MostDraws && window.Count > 0; draw++)
        {
            var bits = SplitMix.Bits(plan.Seed, index, place.Slot * MostDraws + draw + 1);
            var item = window.First + plan.Keys.Choose(window.Count, place with { Attempt = draw, Bits = bits });
            if (IsUsable(item, taken)) return item;
        }

        // Few of them are there, or are left: look through them all, from the newest on.
        for (var item = window.End - 1; item >= window.First; item--)
        {
            if (IsUsable(item, taken)) return item;
        }

        return null;
    }

    private bool IsUsable(long item, RequestItems? taken)
    {
        if (taken?.Contains(item) == true) return false;
        var state = ledger.StateOf(item);
        return state == WriteState.Acknowledged || (state == WriteState.Open && !plan.IsAlone);
    }
}
