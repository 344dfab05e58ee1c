using System.Collections.Concurrent;

namespace LoadTest.Operations;

/// <summary>
/// How often each item was updated: what the target acknowledged, and what may have been done besides. Eight bytes for each item of a chunk in
/// which any was updated. Safe for all threads.
/// </summary>
public sealed class UpdateCounts
{
    private const int ItemsPerChunk = 4096;
    private readonly ConcurrentDictionary<long, Chunk> _chunks = new();
    private long _acknowledged;

    /// <summary>How many updates were acknowledged, also those of items that were deleted later.</summary>
    public long Acknowledged => Volatile.Read(ref _acknowledged);

    /// <summary>Counts updates of an item.</summary>
    /// <param name="ordinal">The item's number.</param>
    /// <param name="acknowledged">How many were acknowledged.</param>
    /// <param name="open">How many may have been done besides, as no answer says whether they were.</param>
    public void Add(long ordinal, int acknowledged, int open)
    {
        if (acknowledged == 0 && open == 0) return;
        var (number, place) = Math.DivRem(ordinal, ItemsPerChunk);
        var chunk = _chunks.GetOrAdd(number, static _ => new Chunk(new int[ItemsPerChunk], new int[ItemsPerChunk]));
        if (acknowledged > 0) Interlocked.Add(ref chunk.Acknowledged[place], acknowledged);
        if (open > 0) Interlocked.Add(ref chunk.Open[place], open);
        Interlocked.Add(ref _acknowledged, acknowledged);
    }

    /// <summary>Forgets the updates of an item that was deleted.</summary>
    public void Forget(long ordinal)
    {
        var (number, place) = Math.DivRem(ordinal, ItemsPerChunk);
        if (!_chunks.TryGetValue(number, out var chunk)) return;
        Interlocked.Exchange(ref chunk.Acknowledged[place], 0);
        Interlocked.Exchange(ref chunk.Open[place], 0);
    }

    /// <summary>How often an item was updated.</summary>
    public (int Acknowledged, int Open) Of(long ordinal)
    {
        var (number, place) = Math.DivRem(ordinal, ItemsPerChunk);
        return _chunks.TryGetValue(number, out var chunk)
            ? (Volatile.Read(ref chunk.Acknowledged[place]), Volatile.Read(ref chunk.Open[place]))
            : (0, 0);
    }

    private sealed record Chunk(int[] Acknowledged, int[] Open);
}
