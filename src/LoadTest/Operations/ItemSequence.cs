using LoadTest.Configuration.Values;

namespace LoadTest.Operations;

/// <summary>The items, by their numbers, that an operation may count on: from the first one to before the end.</summary>
public readonly record struct ItemWindow(long First, long End)
{
    /// <summary>How many there are.</summary>
    public long Count => Math.Max(0, End - First);
}

/// <summary>
/// Which items the operations of a plan make and delete: a pure function of an operation's number. New items take the numbers one after another,
/// preloaded ones first; deletes take the oldest.
/// </summary>
/// <param name="pattern">Which operation each number is.</param>
/// <param name="duplicates">Which puts make no new item.</param>
/// <param name="preloaded">How many items are there before the first operation.</param>
/// <param name="perBatch">How many items a batch writes.</param>
/// <param name="distance">
/// How many operations may be outstanding, and so how far before an operation an item must have been made, or after it deleted, for it to be there.
/// </param>
public sealed class ItemSequence(OperationPattern pattern, DuplicateShare duplicates, long preloaded, int perBatch, long distance)
{
    /// <summary>Whether the plan makes items at all.</summary>
    public bool MakesItems { get; } = pattern.Kinds.Any(kind => kind is OperationKind.Put or OperationKind.BatchWrite or OperationKind.TransactWrite);

    /// <summary>How far back, in operations, an item must have been made for it to be there.</summary>
    public long Distance => distance;

    /// <summary>How many items are there, or were, before an operation of the plan: the number of the first that it makes itself.</summary>
    public long MadeBefore(long index)
    {
        var puts = pattern.CountBefore(OperationKind.Put, index);
        return preloaded + puts - duplicates.CountBefore(puts)
            + pattern.CountBefore(OperationKind.BatchWrite, index) * perBatch + pattern.CountBefore(OperationKind.TransactWrite, index);
    }

    /// <summary>How many items were deleted before an operation of the plan.</summary>
    public long DeletedBefore(long index) => pattern.CountBefore(OperationKind.Delete, index);

    /// <summary>
    /// The items that were made long enough before an operation for it to find them there, and that are not deleted soon after it. At the beginning
    /// of a plan, when nothing lies long enough back, those of the first half of the operations before it.
    /// </summary>
    public ItemWindow SettledAt(long index) =>
        new(pattern.Has(OperationKind.Delete) ? DeletedBefore(index + distance) : 0, MadeBefore(Math.Max(index - distance, index / 2)));

    /// <summary>
    /// The items that a write may repeat: those of the first quarter of the operations before it, so that of several workers one would have to be
    /// four times as slow as another for them not to be there. Where deletes have come so far, whatever is settled.
    /// </summary>
    public ItemWindow RepeatableAt(long index)
    {
        var settled = SettledAt(index);
        var old = settled with { End = Math.Min(settled.End, MadeBefore(index / 4)) };
        return old.Count > 0 ? old : settled;
    }
}
