using System.Buffers.Text;

namespace Sink;

/// <summary>Finds where a request ends: at its head's end and the length that it announces. Nothing else of it is looked at.</summary>
/// <param name="room">How long a request may be, in bytes.</param>
internal sealed class RequestReader(int room = 1 << 16)
{
    private readonly byte[] _bytes = new byte[room];
    private int _count;
    private int _end = -1;
    private int _length;

    public Memory<byte> Free => _bytes.AsMemory(_count);

    /// <summary>The request that was completed last, until more bytes come.</summary>
    public ReadOnlySpan<byte> Request => _bytes.AsSpan(0, _length);

    /// <summary>Whether the request is complete, after more bytes came; the next one then begins.</summary>
    public bool Advance(int read)
    {
        _count += read;
        if (_end < 0) FindEnd(_bytes.AsSpan(0, _count));
        if (_end < 0 || _count < _end) return false;
        _length = _end;
        _count = 0;
        _end = -1;
        return true;
    }

    private void FindEnd(ReadOnlySpan<byte> bytes)
    {
        var head = bytes.IndexOf("\r\n\r\n"u8);
        if (head < 0) return;
        _end = head + 4;
        var name = bytes[..head].IndexOf("ontent-"u8);
        while (name >= 0)
        {
            var rest = bytes[(name + 7)..head];
            if (rest.Length > "Length: ".Length && (rest[0] | 0x20) == 'l' && Utf8Parser.TryParse(rest["Length: ".Length..], out int length, out _))
            {
                _end += length;
                return;
            }

            var next = rest.IndexOf("ontent-"u8);
            name = next < 0 ? -1 : name + 7 + next;
        }
    }
}
