using System.Buffers;

namespace LoadTest.Wire.Http;

/// <summary>
/// The bytes of one answer, at the front of an array that is used for the next one too. It grows by doubling up to its limit, and gives what
/// it grew by back when it is cleared, so that one large answer does not keep its memory for the rest of the run.
/// </summary>
public sealed class ReceiveBuffer(int limit)
{
    /// <summary>What an answer to a write and its headers fit into many times over.</summary>
    private const int UsualSize = 4096;

    private readonly byte[] _usual = new byte[Math.Min(UsualSize, limit)];
    private byte[]? _large;

    /// <summary>How many bytes there are.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes that there are.</summary>
    public Span<byte> Bytes => Array.AsSpan(0, Count);

    private byte[] Array => _large ?? _usual;

    /// <summary>Where the next bytes go; empty when the limit is reached.</summary>
    public Memory<byte> Free()
    {
        if (Count == Array.Length && Count < limit) Grow();
        return Array.AsMemory(Count, Math.Min(Array.Length, limit) - Count);
    }

    /// <summary>Says that bytes were put into <see cref="Free"/>.</summary>
    public void Received(int count) => Count += count;

    /// <summary>Takes bytes out, and moves what follows them to the front of the gap.</summary>
    public void Remove(int start, int length)
    {
        Bytes[(start + length)..].CopyTo(Bytes[start..]);
        Count -= length;
    }

    /// <summary>Forgets the bytes.</summary>
    public void Clear()
    {
        Count = 0;
        if (_large is null) return;
        ArrayPool<byte>.Shared.Return(_large);
        _large = null;
    }

    private void Grow()
    {
        var grown = ArrayPool<byte>.Shared.Rent(Math.Min(limit, Array.Length * 2));
        Bytes.CopyTo(grown);
        if (_large is not null) ArrayPool<byte>.Shared.Return(_large);
        _large = grown;
    }
}
