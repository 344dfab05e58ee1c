using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using HdrHistogram;
using HdrHistogram.Encoding;
using HdrHistogram.Utilities;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Reporting;

/// <summary>
/// Writes <c>latency.hlog</c> as the run goes: a standard HdrHistogram interval log (format 1.3, histograms in V2 encoding), with a tag for
/// each operation, kind and latency (<c>PutItem.success.response</c>). Values are microseconds; times are seconds since 1970, and an
/// interval's maximum is in milliseconds. The library's own writer is not used: it writes UTF-16, the thread's decimal comma, and a
/// compressed stream without its end, none of which other tools read.
/// </summary>
public sealed class LatencyLog(TextWriter writer) : IRunObserver
{
    // What a compressed V2 histogram begins with, before its length: HdrHistogram's V2CompressedEncodingCookieBase with the word size's bit.
    private const int CompressedCookie = 0x1c849304 | 0x10;
    private const int HeaderLength = 2 * sizeof(int);
    private const double MicrosecondsPerMillisecond = 1000;
    private DateTimeOffset _startedAt;
    private ByteBuffer? _buffer;
    private byte[]? _encoded;

    /// <inheritdoc/>
    public void OnStart(RunStart start)
    {
        _startedAt = start.At;
        writer.NewLine = "\n";
        writer.WriteLine("#[Histogram log format version 1.3]");
        writer.WriteLine(Text($"#[StartTime: {Seconds(_startedAt):F3} (seconds since epoch), {_startedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}]"));
        writer.WriteLine("\"StartTimestamp\",\"Interval_Length\",\"Interval_Max\",\"Interval_Compressed_Histogram\"");
        writer.Flush();
    }

    /// <inheritdoc/>
    public void OnInterval(IntervalReport interval)
    {
        foreach (var operation in interval.Operations)
        {
            foreach (var (kind, latencies) in operation.Latencies)
            {
                Append(interval, latencies.Response, $"{operation.Name}.{KindName(kind)}.response");
                Append(interval, latencies.Service, $"{operation.Name}.{KindName(kind)}.service");
            }
        }

        writer.Flush();
    }

    /// <summary>The kind's name in a tag.</summary>
    public static string KindName(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Success => "success",
        OutcomeKind.ExpectedFailure => "expected-failure",
        OutcomeKind.Throttle => "throttle",
        _ => "failure",
    };

    private void Append(IntervalReport interval, HistogramBase histogram, string tag)
    {
        if (histogram.TotalCount == 0) return;
        var start = Seconds(_startedAt + interval.Start);
        var max = histogram.GetMaxValue() / MicrosecondsPerMillisecond;
        writer.WriteLine(Text($"Tag={tag},{start:F3},{interval.Length.TotalSeconds:F3},{max:F3},{Encoded(histogram)}"));
    }

    private string Encoded(HistogramBase histogram)
    {
        _buffer ??= ByteBuffer.Allocate(histogram.GetNeededByteBufferCapacity());
        _buffer.Position = 0;
        var length = histogram.Encode(_buffer, HistogramEncoderV2.Instance);
        _buffer.Position = 0;
        _encoded ??= new byte[_buffer.Capacity()];
        for (var i = 0; i < length; i++) _encoded[i] = _buffer.Get();
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(_encoded, 0, length);
        var bytes = new byte[HeaderLength + compressed.Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, CompressedCookie);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(sizeof(int)), (int)compressed.Length);
        compressed.GetBuffer().AsSpan(0, (int)compressed.Length).CopyTo(bytes.AsSpan(HeaderLength));
        return Convert.ToBase64String(bytes);
    }

    private static double Seconds(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds() / 1000.0;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
