using System.Collections.Concurrent;

namespace LoadTest.Operations;

/// <summary>What is known of whether an item is in the table.</summary>
public enum WriteState
{
    /// <summary>Its write was not sent, or is not answered yet, or is another worker's.</summary>
    Open = 0,

    /// <summary>The target acknowledged its write: the item must be there.</summary>
    Acknowledged = 1,

    /// <summary>The target refused its write, or acknowledged its deletion: the item must not be there.</summary>
    Refused = 2,

    /// <summary>No answer, or one that leaves it open: the item may be there.</summary>
    Unknown = 3,
}

/// <summary>
/// Remembers what became of every write and delete, by the item's number. Two bits an item, in chunks that take next to nothing while all of
/// a chunk is in the same state: in a run without failures memory does not grow. Safe for all threads.
/// </summary>
public sealed class WriteLedger
{
    private const int ItemsPerChunk = 65_536;

    private readonly ConcurrentDictionary<long, LedgerChunk> _chunks = new();
    private readonly ConcurrentDictionary<long, byte> _rewritten = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _acknowledged;
    private long _end;

    /// <summary>
    /// Items below this number may be deleted by another worker, whatever this one knows of them; zero where there is none, or no deletes.
    /// </summary>
    public long DeletableBefore { get; init; }

    /// <summary>Whether other workers repeat writes: then an item that this one knows to be refused or deleted may be there by one of theirs.</summary>
    public bool AreWritesRepeatedByOthers { get; init; }

    /// <summary>How many items this worker knows to be there, as far as no other deletes them.</summary>
    public long Acknowledged => Volatile.Read(ref _acknowledged);

    /// <summary>One more than the highest number that was settled.</summary>
    public long End => Volatile.Read(ref _end);

    /// <summary>Completes with the first acknowledged write.</summary>
    public Task FirstAcknowledged => _first.Task;

    /// <summary>How often each item was updated.</summary>
    public UpdateCounts Updates { get; } = new();

    /// <summary>Writes down what is now known of an item.</summary>
    public void Settle(long ordinal, WriteState state)
    {
        var (number, place) = Math.DivRem(ordinal, ItemsPerChunk);
        var before = _chunks.GetOrAdd(number, static _ => new LedgerChunk(ItemsPerChunk)).Set((int)place, state);
        RaiseEnd(ordinal + 1);
        if (state == before) return;
        if (before == WriteState.Acknowledged) Interlocked.Decrement(ref _acknowledged);
        if (state == WriteState.Refused) ReopenIfRewritten(ordinal);
        if (state != WriteState.Acknowledged) return;
        Interlocked.Increment(ref _acknowledged);
        _first.TrySetResult();
    }

    /// <summary>
    /// Writes down that a repeated write of an item may take effect after its deletion, which from then on does not prove that it is gone.
    /// </summary>
    public void NoteRewrite(long ordinal)
    {
        _rewritten.TryAdd(ordinal, 0);
        ReopenIfRewritten(ordinal);
    }

    /// <summary>Whether a duplicate may have written an item again after it was deleted, so that it holds nothing of its updates.</summary>
    public bool MayBeRewritten(long ordinal) => (AreWritesRepeatedByOthers && ordinal < DeletableBefore) || _rewritten.ContainsKey(ordinal);

    /// <summary>Whether a consistent read must find an item.</summary>
    public bool MustBeThere(long ordinal) => ordinal >= DeletableBefore && StateOf(ordinal) == WriteState.Acknowledged;

    /// <summary>What is known of an item.</summary>
    public WriteState StateOf(long ordinal)
    {
        var (number, place) = Math.DivRem(ordinal, ItemsPerChunk);
        return _chunks.TryGetValue(number, out var chunk) ? chunk.StateOf((int)place) : WriteState.Open;
    }

    // Called after each of the two was written down: whichever answer is heard last sees the other.
    private void ReopenIfRewritten(long ordinal)
    {
        if (_rewritten.ContainsKey(ordinal) && StateOf(ordinal) == WriteState.Refused) Settle(ordinal, WriteState.Unknown);
    }

    private void RaiseEnd(long end)
    {
        var seen = Volatile.Read(ref _end);
        while (end > seen)
        {
            var before = Interlocked.CompareExchange(ref _end, end, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}
