using System.Collections.Concurrent;

namespace LoadTest.Operations;

/// <summary>What is known of the write of an item.</summary>
public enum WriteState
{
    /// <summary>Not sent, or not answered yet.</summary>
    Open = 0,

    /// <summary>The target acknowledged it: the item must be there.</summary>
    Acknowledged = 1,

    /// <summary>The target refused it: the item must not be there.</summary>
    Refused = 2,

    /// <summary>No answer, or one that leaves it open: the item may be there.</summary>
    Unknown = 3,
}

/// <summary>
/// Remembers what became of every write, by the item's number. Two bits an item, in chunks that are dropped when all of a chunk is
/// acknowledged: in a run without failures memory does not grow. Safe for all threads; each item is settled once.
/// </summary>
public sealed class WriteLedger
{
    private const int ItemsPerChunk = 65_536;
    private const int ItemsPerWord = 16;
    private static readonly Chunk AllAcknowledged = new(0);

    private readonly ConcurrentDictionary<long, Chunk> _chunks = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _acknowledged;
    private long _end;

    /// <summary>How many writes were acknowledged.</summary>
    public long Acknowledged => Volatile.Read(ref _acknowledged);

    /// <summary>One more than the highest number that was settled.</summary>
    public long End => Volatile.Read(ref _end);

    /// <summary>Completes with the first acknowledged write.</summary>
    public Task FirstAcknowledged => _first.Task;

    /// <summary>Writes down what became of an item's write.</summary>
    public void Settle(long ordinal, WriteState state)
    {
        var (number, place) = Math.DivRem(ordinal, ItemsPerChunk);
        var chunk = _chunks.GetOrAdd(number, static _ => new Chunk(ItemsPerChunk / ItemsPerWord));
        Interlocked.Or(ref chunk.Words[place / ItemsPerWord], (uint)state << (int)(place % ItemsPerWord * 2));
        RaiseEnd(ordinal + 1);
        if (state != WriteState.Acknowledged) return;
        Interlocked.Increment(ref _acknowledged);
        if (Interlocked.Increment(ref chunk.Acknowledged) == ItemsPerChunk) _chunks[number] = AllAcknowledged;
        _first.TrySetResult();
    }

    /// <summary>What is known of an item's write.</summary>
    public WriteState StateOf(long ordinal)
    {
        var (number, place) = Math.DivRem(ordinal, ItemsPerChunk);
        if (!_chunks.TryGetValue(number, out var chunk)) return WriteState.Open;
        if (ReferenceEquals(chunk, AllAcknowledged)) return WriteState.Acknowledged;
        return (WriteState)((Volatile.Read(ref chunk.Words[place / ItemsPerWord]) >> (int)(place % ItemsPerWord * 2)) & 3);
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

    private sealed class Chunk(int words)
    {
        public int Acknowledged;

        public uint[] Words { get; } = new uint[words];
    }
}
