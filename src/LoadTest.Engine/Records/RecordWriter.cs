using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Records;

/// <summary>
/// Writes <c>run.record</c> as the run goes: everything that reports are made from, without loss. Each interval is handed to the system as it
/// ends, so what was written until a crash can be read.
/// </summary>
public sealed class RecordWriter : IRunObserver, IDisposable
{
    private readonly Stream _stream;
    private readonly ByteWriter _interval = new();
    private Dictionary<OutcomeCategory, int> _categories = [];

    /// <summary>Begins a record.</summary>
    /// <param name="stream">Where to; the writer closes it.</param>
    /// <param name="head">What is known before the load.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public RecordWriter(Stream stream, RecordHead head)
    {
        _stream = stream;
        Span<byte> preamble = stackalloc byte[RecordFormat.PreambleLength];
        RecordFormat.Mark.CopyTo(preamble);
        BinaryPrimitives.WriteInt32LittleEndian(preamble[RecordFormat.Mark.Length..], RecordFormat.Version);
        _stream.Write(preamble);
        Append(FrameKind.Head, head, RecordHeadJson.Default.RecordHead);
    }

    /// <inheritdoc/>
    public void OnStart(RunStart start)
    {
        _categories = start.Categories.Select((category, place) => (category, place)).ToDictionary(pair => pair.category, pair => pair.place);
        Append(FrameKind.Start, start, RecordJson.Default.RunStart);
    }

    /// <inheritdoc/>
    public void OnInterval(IntervalReport interval)
    {
        _interval.Clear();
        IntervalFigures.Write(interval, _categories, _interval);
        Append(FrameKind.Interval, _interval.Written);
    }

    /// <inheritdoc/>
    public void OnEnd(LoadEnd end) => Append(FrameKind.LoadEnd, end, RecordJson.Default.LoadEnd);

    /// <summary>Ends the record.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Close(RecordClose close) => Append(FrameKind.Close, close, RecordJson.Default.RecordClose);

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void Append<T>(FrameKind kind, T content, JsonTypeInfo<T> type) => Append(kind, JsonSerializer.SerializeToUtf8Bytes(content, type));

    private void Append(FrameKind kind, ReadOnlySpan<byte> content)
    {
        Span<byte> head = stackalloc byte[RecordFormat.FrameHeadLength];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], content.Length);
        Span<byte> sum = stackalloc byte[RecordFormat.ChecksumLength];
        BinaryPrimitives.WriteUInt32LittleEndian(sum, RecordFormat.Checksum(head, content));
        _stream.Write(head);
        _stream.Write(content);
        _stream.Write(sum);
        _stream.Flush();
    }
}
