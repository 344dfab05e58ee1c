using System.Numerics;
using System.Runtime.InteropServices;

namespace LoadTest.Engine.Records;

/// <summary>
/// What a <c>run.record</c> is made of: eight bytes of a mark, the version, then frames. A frame is its kind (a byte), the length of its content
/// (four bytes), the content, and a CRC-32C of all that (four bytes); numbers are little-endian. docs/run-record.md describes the contents.
/// </summary>
internal static class RecordFormat
{
    /// <summary>Raised when an older reader would misunderstand what is written.</summary>
    public const int Version = 1;

    /// <summary>The mark and the version, in bytes.</summary>
    public const int PreambleLength = 12;

    /// <summary>A frame's kind and length, in bytes.</summary>
    public const int FrameHeadLength = 5;

    /// <summary>The sum after a frame's content, in bytes.</summary>
    public const int ChecksumLength = 4;

    /// <summary>No frame is longer, in bytes: a damaged length is not believed.</summary>
    public const int LongestFrame = 64 * 1024 * 1024;

    /// <summary>What every record begins with.</summary>
    public static ReadOnlySpan<byte> Mark => "LTRECORD"u8;

    /// <summary>The sum of a frame.</summary>
    public static uint Checksum(ReadOnlySpan<byte> head, ReadOnlySpan<byte> content) => ~Added(Added(uint.MaxValue, head), content);

    private static uint Added(uint sum, ReadOnlySpan<byte> bytes)
    {
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes)) sum = BitOperations.Crc32C(sum, word);
        foreach (var rest in bytes[(bytes.Length / sizeof(ulong) * sizeof(ulong))..]) sum = BitOperations.Crc32C(sum, rest);
        return sum;
    }
}

/// <summary>What a frame holds.</summary>
internal enum FrameKind : byte
{
    /// <summary>JSON: what is known before the load.</summary>
    Head = 1,

    /// <summary>JSON: what is known when the measured part begins.</summary>
    Start = 2,

    /// <summary>Numbers: an interval.</summary>
    Interval = 3,

    /// <summary>JSON: how the load ended.</summary>
    LoadEnd = 4,

    /// <summary>JSON: what came after the load. The last frame.</summary>
    Close = 5,
}
