using System.Buffers.Text;

namespace LoadTest.Wire.Http;

/// <summary>
/// Puts a body that comes in chunks together, in place: each chunk is moved to the end of the ones before it. What frames the chunks
/// counts against the limit of the head.
/// </summary>
internal struct ChunkedBody(int start, ResponseLimits limits, int framingBytes)
{
    // A size is eight hexadecimal digits at the most, far more than any limit.
    private const int LongestSize = 8;

    private readonly int _start = start;
    private int _bodyEnd = start;
    private int _framing = framingBytes;
    private long _chunkLeft;
    private State _state = State.Size;

    private enum State
    {
        Size,
        Data,
        DataEnd,
        Trailers,
    }

    /// <summary>Where the body that was put together ends.</summary>
    public readonly int End => _bodyEnd;

    /// <summary>Goes on with what has come.</summary>
    public ParseStatus Advance(ReceiveBuffer buffer)
    {
        while (true)
        {
            var step = _state switch
            {
                State.Data => TakeData(buffer),
                State.DataEnd => TakeDataEnd(buffer),
                _ => TakeLine(buffer),
            };
            if (step is { } ended) return ended;
        }
    }

    private ParseStatus? TakeData(ReceiveBuffer buffer)
    {
        var taken = (int)Math.Min(_chunkLeft, buffer.Count - _bodyEnd);
        _bodyEnd += taken;
        _chunkLeft -= taken;
        if (_chunkLeft > 0) return ParseStatus.Incomplete;
        _state = State.DataEnd;
        return null;
    }

    private ParseStatus? TakeDataEnd(ReceiveBuffer buffer)
    {
        var rest = buffer.Bytes[_bodyEnd..];
        if (rest.Length < 2) return ParseStatus.Incomplete;
        if (!rest.StartsWith("\r\n"u8)) return ParseStatus.Invalid;
        buffer.Remove(_bodyEnd, 2);
        _framing += 2;
        _state = State.Size;
        return null;
    }

    private ParseStatus? TakeLine(ReceiveBuffer buffer)
    {
        var rest = buffer.Bytes[_bodyEnd..];
        var end = rest.IndexOf("\r\n"u8);
        if (_framing + (end < 0 ? rest.Length : end + 2) > limits.HeadBytes) return ParseStatus.Invalid;
        // A line that ends otherwise would be waited for in vain.
        if ((end < 0 ? rest : rest[..end]).Contains((byte)'\n')) return ParseStatus.Invalid;
        if (end < 0) return ParseStatus.Incomplete;
        var next = _state == State.Size ? ReadSize(rest[..end]) : ReadTrailer(rest[..end]);
        _framing += end + 2;
        buffer.Remove(_bodyEnd, end + 2);
        return next;
    }

    private static ParseStatus? ReadTrailer(ReadOnlySpan<byte> line) =>
        line.IsEmpty ? ParseStatus.Complete : ResponseHead.HasForm(line, out _) ? null : ParseStatus.Invalid;

    // What may follow a semicolon is passed over.
    private ParseStatus? ReadSize(ReadOnlySpan<byte> line)
    {
        var semicolon = line.IndexOf((byte)';');
        var size = (semicolon < 0 ? line : line[..semicolon]).TrimEnd(" \t"u8);
        if (size.IsEmpty || size.Length > LongestSize || !Utf8Parser.TryParse(size, out uint length, out var used, 'X') || used != size.Length)
            return ParseStatus.Invalid;
        if (_bodyEnd - _start + (long)length > limits.BodyBytes) return ParseStatus.Invalid;
        _chunkLeft = length;
        _state = length == 0 ? State.Trailers : State.Data;
        return null;
    }
}
