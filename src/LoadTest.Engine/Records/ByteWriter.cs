using System.Buffers.Binary;

namespace LoadTest.Engine.Records;

/// <summary>Puts numbers one after another into a buffer that grows and is used again. Whole numbers take seven bits a byte, the lowest first.</summary>
internal sealed class ByteWriter
{
    private const int LongestNumber = 10;
    private byte[] _buffer = new byte[4096];
    private int _length;

    /// <summary>What was written since the buffer was emptied.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>Empties the buffer.</summary>
    public void Clear() => _length = 0;

    /// <summary>Writes a number that is zero or more.</summary>
    public void Number(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Ensure(LongestNumber);
        var left = (ulong)value;
        while (left > 0x7f)
        {
            _buffer[_length++] = (byte)(left | 0x80);
            left >>= 7;
        }

        _buffer[_length++] = (byte)left;
    }

    /// <summary>Writes a fraction, exactly.</summary>
    public void Fraction(double value)
    {
        Ensure(sizeof(double));
        BinaryPrimitives.WriteDoubleLittleEndian(_buffer.AsSpan(_length), value);
        _length += sizeof(double);
    }

    private void Ensure(int more)
    {
        if (_buffer.Length - _length < more) Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
