using System.Buffers;

namespace LoadTest.Wire.Http;

/// <summary>
/// One request's bytes, in an array that is used for the next one too. The body is written first, as the head needs its length and hash; the
/// head then goes into the room in front of it, so that both leave in one piece.
/// </summary>
public sealed class RequestBuffer : IBufferWriter<byte>
{
    private byte[] _bytes = new byte[4096];
    private int _bodyStart;
    private int _end;

    /// <summary>The body that was written.</summary>
    public ReadOnlySpan<byte> Body => _bytes.AsSpan(_bodyStart, _end - _bodyStart);

    /// <summary>Begins a request whose head takes a number of bytes at the most.</summary>
    public void Begin(int roomForHead)
    {
        _bodyStart = _end = 0;
        Reserve(roomForHead);
        _bodyStart = _end = roomForHead;
    }

    /// <summary>The room for a head of exactly this many bytes, right in front of the body.</summary>
    public Span<byte> Head(int length) => _bytes.AsSpan(_bodyStart - length, length);

    /// <summary>The request, with a head of this many bytes; valid until the next <see cref="Begin"/>.</summary>
    public ReadOnlyMemory<byte> Request(int headLength) => _bytes.AsMemory(_bodyStart - headLength, headLength + _end - _bodyStart);

    /// <inheritdoc/>
    public void Advance(int count) => _end += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(1, sizeHint));
        return _bytes.AsMemory(_end);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(1, sizeHint));
        return _bytes.AsSpan(_end);
    }

    private void Reserve(int room)
    {
        if (_bytes.Length - _end < room) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _end + room));
    }
}
