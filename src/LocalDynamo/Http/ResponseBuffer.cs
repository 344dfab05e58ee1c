using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalDynamo.Http;

/// <summary>A growing buffer with a JSON writer on it; used by one request at a time, then by another.</summary>
internal sealed class ResponseBuffer : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    // Answers go to JSON parsers only, so nothing needs escaping for the sake of HTML; what is written is right by construction.
    public ResponseBuffer() =>
        Json = new Utf8JsonWriter(_bytes,
            new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public Utf8JsonWriter Json { get; }

    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public int Capacity => _bytes.Capacity;

    public void Clear()
    {
        _bytes.ResetWrittenCount();
        Json.Reset();
    }

    public void Dispose() => Json.Dispose();
}

/// <summary>Buffers that wait for the next request. Thread-safe.</summary>
internal sealed class ResponseBuffers
{
    private const int LargestKept = 4 << 20;
    private const int MostKept = 256;

    private readonly ConcurrentBag<ResponseBuffer> _free = [];

    public ResponseBuffer Rent() => _free.TryTake(out var buffer) ? buffer : new ResponseBuffer();

    public void Return(ResponseBuffer buffer)
    {
        if (buffer.Capacity > LargestKept || _free.Count >= MostKept)
        {
            buffer.Dispose();
            return;
        }

        buffer.Clear();
        _free.Add(buffer);
    }
}
