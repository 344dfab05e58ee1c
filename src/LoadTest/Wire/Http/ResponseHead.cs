using System.Buffers;
using System.Buffers.Text;

namespace LoadTest.Wire.Http;

/// <summary>The parts of a status line and headers that this client acts on (RFC 9112). Everything else is passed over, but must have the form.</summary>
internal struct ResponseHead
{
    private const string Version = "HTTP/1.";

    // "token" of RFC 9110.
    private static readonly SearchValues<byte> NameLetters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    private static readonly SearchValues<byte> LineBreakers = SearchValues.Create("\r\n\0"u8);

    /// <summary>The status, from 100 to 599.</summary>
    public int Status { get; private set; }

    /// <summary>The length of the body that the server announces, or -1.</summary>
    public long ContentLength { get; private set; }

    /// <summary>Whether the body comes in chunks.</summary>
    public bool IsChunked { get; private set; }

    /// <summary>Whether the server keeps the connection open.</summary>
    public bool KeepsAlive { get; private set; }

    /// <summary>The server's time, where it is one.</summary>
    public DateTimeOffset? Date { get; private set; }

    /// <summary>Whether the answer only precedes the one that counts.</summary>
    public readonly bool IsInterim => Status < 200;

    /// <summary>Whether there is no body, whatever the headers say.</summary>
    public readonly bool HasNoBody => Status is 204 or 304;

    /// <summary>Reads a head.</summary>
    /// <param name="head">Status line and headers, up to and with the end of the last header's line.</param>
    /// <param name="wantsDate">Whether to read the date, which is needed once a run.</param>
    /// <param name="parsed">The head, where it is one.</param>
    public static bool TryParse(ReadOnlySpan<byte> head, bool wantsDate, out ResponseHead parsed)
    {
        parsed = new ResponseHead { ContentLength = -1 };
        var end = head.IndexOf("\r\n"u8);
        if (end < 0 || !parsed.TryReadStatusLine(head[..end])) return false;
        head = head[(end + 2)..];
        while (!head.IsEmpty)
        {
            end = head.IndexOf("\r\n"u8);
            if (end < 0 || !parsed.TryReadHeader(head[..end], wantsDate)) return false;
            head = head[(end + 2)..];
        }

        // Both at once is how requests are smuggled; no honest server sends it.
        return !(parsed.IsChunked && parsed.ContentLength >= 0);
    }

    /// <summary>Whether a line has the form of a header or trailer: a name made of the letters that names have, a colon, and a value in one line.</summary>
    public static bool HasForm(ReadOnlySpan<byte> line, out int colon)
    {
        colon = line.IndexOf((byte)':');
        return colon > 0 && line[..colon].IndexOfAnyExcept(NameLetters) < 0 && line[colon..].IndexOfAny(LineBreakers) < 0;
    }

    // HTTP/1.1 200 OK
    private bool TryReadStatusLine(ReadOnlySpan<byte> line)
    {
        if (line.Length < 12 || !line.StartsWith("HTTP/1."u8) || line[Version.Length] is not ((byte)'0' or (byte)'1') || line[8] != (byte)' ') return false;
        if (!Utf8Parser.TryParse(line.Slice(9, 3), out int status, out var used) || used != 3 || status is < 100 or > 599) return false;
        if (line.Length > 12 && (line[12] != (byte)' ' || line.IndexOfAny(LineBreakers) >= 0)) return false;
        Status = status;
        KeepsAlive = line[Version.Length] == (byte)'1';
        return true;
    }

    private bool TryReadHeader(ReadOnlySpan<byte> line, bool wantsDate)
    {
        if (!HasForm(line, out var colon)) return false;
        var value = line[(colon + 1)..].Trim(" \t"u8);
        // The length alone rules nearly every header out.
        return colon switch
        {
            14 when Is(line, "content-length"u8) => TryReadContentLength(value),
            17 when Is(line, "transfer-encoding"u8) => TryReadTransferEncoding(value),
            10 when Is(line, "connection"u8) => ReadConnection(value),
            4 when wantsDate && Is(line, "date"u8) => ReadDate(value),
            _ => true,
        };
    }

    private bool TryReadContentLength(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty || value.Length > 18 || value.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0) return false;
        if (!Utf8Parser.TryParse(value, out long length, out _)) return false;
        var isFirstOrSame = ContentLength < 0 || ContentLength == length;
        ContentLength = length;
        return isFirstOrSame;
    }

    private bool TryReadTransferEncoding(ReadOnlySpan<byte> value)
    {
        var isFirst = !IsChunked;
        IsChunked = true;
        return isFirst && value.Length == "chunked"u8.Length && Is(value, "chunked"u8);
    }

    private bool ReadConnection(ReadOnlySpan<byte> value)
    {
        if (Is(value, "close"u8)) KeepsAlive = false;
        else if (Is(value, "keep-alive"u8)) KeepsAlive = true;
        return true;
    }

    private bool ReadDate(ReadOnlySpan<byte> value)
    {
        if (Utf8Parser.TryParse(value, out DateTimeOffset date, out _, 'R')) Date = date;
        return true;
    }

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lowerCase) =>
        text.Length >= lowerCase.Length && System.Text.Ascii.EqualsIgnoreCase(text[..lowerCase.Length], lowerCase);
}
