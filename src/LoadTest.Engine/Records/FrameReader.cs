using System.Buffers.Binary;

namespace LoadTest.Engine.Records;

/// <summary>Reads a record's frames one after another; a frame is all that is held of it.</summary>
internal sealed class FrameReader : IDisposable
{
    private readonly Stream _stream;
    private byte[] _buffer = new byte[1024];
    private int _length;
    private long _position = RecordFormat.PreambleLength;

    /// <summary>Reads from the stream's beginning, and closes it in the end.</summary>
    /// <exception cref="RecordException">It is no record, or one of a later version.</exception>
    public FrameReader(Stream stream)
    {
        _stream = stream;
        Span<byte> preamble = stackalloc byte[RecordFormat.PreambleLength];
        if (_stream.ReadAtLeast(preamble, preamble.Length, throwOnEndOfStream: false) < preamble.Length || !preamble.StartsWith(RecordFormat.Mark))
            throw RecordException.NotARecord();
        var version = BinaryPrimitives.ReadInt32LittleEndian(preamble[RecordFormat.Mark.Length..]);
        if (version > RecordFormat.Version) throw RecordException.Newer(version);
        if (version < 1) throw RecordException.NotARecord();
    }

    /// <summary>The kind of the frame that was read last.</summary>
    public FrameKind Kind { get; private set; }

    /// <summary>The content of the frame that was read last, until the next one is.</summary>
    public ReadOnlySpan<byte> Content => _buffer.AsSpan(0, _length);

    /// <summary>Reads the next frame; false where the record ends, be it in the middle of a frame: then its writer was interrupted there.</summary>
    /// <exception cref="RecordException">The frame is not as it was written.</exception>
    public bool Next()
    {
        Span<byte> head = stackalloc byte[RecordFormat.FrameHeadLength];
        if (!Fill(head)) return false;
        var length = BinaryPrimitives.ReadInt32LittleEndian(head[1..]);
        if (length is < 0 or > RecordFormat.LongestFrame || !Enum.IsDefined((FrameKind)head[0])) throw RecordException.Damaged(_position);
        var framed = length + RecordFormat.ChecksumLength;
        if (_buffer.Length < framed) _buffer = new byte[Math.Max(framed, Math.Min(_buffer.Length * 2, RecordFormat.LongestFrame))];
        if (!Fill(_buffer.AsSpan(0, framed))) return false;
        Kind = (FrameKind)head[0];
        _length = length;
        if (RecordFormat.Checksum(head, Content) != BinaryPrimitives.ReadUInt32LittleEndian(_buffer.AsSpan(length))) throw RecordException.Damaged(_position);
        _position += RecordFormat.FrameHeadLength + framed;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private bool Fill(Span<byte> destination) => _stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false) == destination.Length;
}
