namespace LoadTest.Wire.Http;

/// <summary>
/// Reads one answer of HTTP/1.1 as its bytes come, in whatever pieces. It believes nothing: every length is checked against the limits, what
/// has no clear end is refused, and bytes that nobody asked for end the connection. Allocates nothing; used by one thread at a time.
/// </summary>
public sealed class ResponseParser(ResponseLimits limits)
{
    // The head, the body, and the end of a chunk's line that comes with it.
    private readonly ReceiveBuffer _buffer = new(limits.HeadBytes + limits.BodyBytes + 64);
    private ResponseHead _head;
    private ChunkedBody _chunks;
    private ParseStatus _status;
    private int _bodyStart;
    private int _bodyEnd;
    private int _scanned;
    private int _interimBytes;
    private bool _hasHead;

    /// <summary>Whether to read the server's date.</summary>
    public bool WantsDate { get; set; }

    /// <summary>The status, once the answer is complete.</summary>
    public int Status => _head.Status;

    /// <summary>The server's date, where it was wanted and given.</summary>
    public DateTimeOffset? Date => _head.Date;

    /// <summary>The body, once the answer is complete; valid until the next <see cref="Reset"/>.</summary>
    public ReadOnlySpan<byte> Body => _buffer.Bytes[_bodyStart.._bodyEnd];

    /// <summary>Whether any byte of the answer has come.</summary>
    public bool HasBegun => _buffer.Count > 0 || _interimBytes > 0;

    /// <summary>Whether the connection can carry another request: the server keeps it, and sent nothing beyond the answer.</summary>
    public bool LeavesConnectionUsable => _status == ParseStatus.Complete && _head.KeepsAlive && _buffer.Count == _bodyEnd;

    /// <summary>Where the next bytes go. Never empty while the answer is incomplete.</summary>
    public Memory<byte> Free() => _buffer.Free();

    /// <summary>Makes ready for the next answer.</summary>
    public void Reset()
    {
        _buffer.Clear();
        _head = default;
        _status = ParseStatus.Incomplete;
        _bodyStart = _bodyEnd = _scanned = _interimBytes = 0;
        _hasHead = false;
    }

    /// <summary>Goes on with bytes that were put into <see cref="Free"/>.</summary>
    public ParseStatus Advance(int received)
    {
        _buffer.Received(received);
        if (_status == ParseStatus.Incomplete) _status = _hasHead ? ReadBody() : ReadHeads();
        return _status;
    }

    private ParseStatus ReadHeads()
    {
        while (true)
        {
            var end = _buffer.Bytes[_scanned..].IndexOf("\r\n\r\n"u8);
            var length = end < 0 ? _buffer.Count : _scanned + end + 4;
            if (_interimBytes + length > limits.HeadBytes) return ParseStatus.Invalid;
            if (end < 0)
            {
                if (!LooksLikeHttp() || HasLoneLineFeed()) return ParseStatus.Invalid;
                // Of the four bytes that end a head up to three may have come.
                _scanned = Math.Max(0, _buffer.Count - 3);
                return ParseStatus.Incomplete;
            }

            if (!ResponseHead.TryParse(_buffer.Bytes[..(length - 2)], WantsDate, out _head)) return ParseStatus.Invalid;
            if (!_head.IsInterim) return BeginBody(length);
            // Nobody asked to change the protocol.
            if (_head.Status == 101) return ParseStatus.Invalid;
            _buffer.Remove(0, length);
            _interimBytes += length;
            _scanned = 0;
        }
    }

    // Garbage is told at its first byte, and not when a timeout ends the wait for the rest of it.
    private bool LooksLikeHttp()
    {
        var begin = "HTTP/1."u8;
        var common = Math.Min(begin.Length, _buffer.Count);
        return _buffer.Bytes[..common].SequenceEqual(begin[..common]);
    }

    // Nor is an end waited for that never comes, as lines end otherwise here.
    private bool HasLoneLineFeed()
    {
        var bytes = _buffer.Bytes;
        for (var at = _scanned; at < bytes.Length; at++)
        {
            var next = bytes[at..].IndexOf((byte)'\n');
            if (next < 0) return false;
            at += next;
            if (at == 0 || bytes[at - 1] != (byte)'\r') return true;
        }

        return false;
    }

    private ParseStatus BeginBody(int headLength)
    {
        _hasHead = true;
        _bodyStart = _bodyEnd = headLength;
        if (_head.ContentLength > limits.BodyBytes) return ParseStatus.Invalid;
        if (_head.HasNoBody) return ParseStatus.Complete;
        if (_head.IsChunked) _chunks = new ChunkedBody(headLength, limits, _interimBytes + headLength);
        // A body that only the connection's end would end could not be told from one that was cut off.
        else if (_head.ContentLength < 0) return ParseStatus.Invalid;
        return ReadBody();
    }

    private ParseStatus ReadBody()
    {
        if (_head.IsChunked)
        {
            var status = _chunks.Advance(_buffer);
            _bodyEnd = _chunks.End;
            return status;
        }

        var end = _bodyStart + (int)_head.ContentLength;
        _bodyEnd = Math.Min(end, _buffer.Count);
        return _buffer.Count >= end ? ParseStatus.Complete : ParseStatus.Incomplete;
    }
}
