using System.Buffers.Binary;
using System.Runtime.CompilerServices;

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
        // Most are below 128.
        if (_at < _bytes.Length && _bytes[_at] <= 0x7f) return _bytes[_at++];
        ulong value = 0;
        for (var shift = 0; shift < 64 && _at < _bytes.Length; shift += 7)
        {
            var next = _bytes[_at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next <= 0x7f && value <= long.MaxValue) return (long)value;
        }

        throw RecordException.Senseless();
    }

    /// <summary>
    /// Adds a stored histogram to counts: pairs of the distance from the last bucket and its count, ended by a distance of zero. This is what a merge
    /// does for almost all of its time.
    /// </summary>
    /// <returns>The first and the last bucket that was added to; where there was none, the first is the higher one.</returns>
    /// <exception cref="RecordException">There is no histogram.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int First, int Last) AddTo(long[] counts)
    {
        var (first, last) = (counts.Length, -1);
        var source = _bytes;
        var at = _at;
        while (at + 1 < source.Length && source[at] != 0)
        {
            long distance = source[at];
            long count = source[at + 1];
            if ((distance | count) <= 0x7f) at += 2;
            else
            {
                _at = at;
                distance = Number();
                count = Number();
                at = _at;
            }

            if (distance == 0 || distance >= counts.Length - last) throw RecordException.Senseless();
            last += (int)distance;
            counts[last] += count;
            if (first > last) first = last;
        }

        if (at >= source.Length || source[at] != 0) throw RecordException.Senseless();
        _at = at + 1;
        return (first, last);
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
