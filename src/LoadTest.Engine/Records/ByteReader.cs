using System.Buffers.Binary;

namespace LoadTest.Engine.Records;

/// <summary>Reads what a <see cref="ByteWriter"/> wrote.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>Whether all was read.</summary>
    public readonly bool IsAtEnd => _at == _bytes.Length;

    /// <summary>Reads a number that is zero or more.</summary>
    /// <exception cref="RecordException">There is none.</exception>
    public long Number()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64 && _at < _bytes.Length; shift += 7)
        {
            var next = _bytes[_at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next <= 0x7f && value <= long.MaxValue) return (long)value;
        }

        throw RecordException.Senseless();
    }

    /// <summary>Reads a number below a limit.</summary>
    /// <exception cref="RecordException">There is none, or a larger one.</exception>
    public int Below(int limit)
    {
        var value = Number();
        return value < limit ? (int)value : throw RecordException.Senseless();
    }

    /// <summary>Reads a fraction.</summary>
    /// <exception cref="RecordException">There is none.</exception>
    public double Fraction()
    {
        if (_bytes.Length - _at < sizeof(double)) throw RecordException.Senseless();
        _at += sizeof(double);
        return BinaryPrimitives.ReadDoubleLittleEndian(_bytes[(_at - sizeof(double))..]);
    }
}
