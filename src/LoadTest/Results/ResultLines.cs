using System.Globalization;
using System.IO.Compression;

namespace LoadTest.Results;

/// <summary>
/// A run's record as lines of a log, for when it cannot be uploaded: <c>LT-RESULT 3/17 BASE64</c>. Together the lines hold the whole record,
/// compressed; each is short enough that no log service splits it.
/// </summary>
public static class ResultLines
{
    private const string Mark = "LT-RESULT ";

    // The log driver splits lines at 16 KiB.
    private const int MostCharacters = 15_000;

    /// <summary>The lines of a record.</summary>
    public static IEnumerable<string> Of(Stream record)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) record.CopyTo(brotli);
        var parts = Convert.ToBase64String(compressed.GetBuffer(), 0, (int)compressed.Length).Chunk(MostCharacters).ToArray();
        return parts.Select((part, i) => string.Create(CultureInfo.InvariantCulture, $"{Mark}{i + 1}/{parts.Length} {new string(part)}"));
    }

    /// <summary>The record in a log, whatever stands before the lines and between them; null where there is none.</summary>
    /// <exception cref="InvalidDataException">Lines are missing, contradict each other, or were changed.</exception>
    public static byte[]? Read(IEnumerable<string> log)
    {
        string?[]? parts = null;
        foreach (var line in log)
        {
            if (Part(line) is not { } part) continue;
            parts ??= new string[part.Count];
            if (part.Count != parts.Length || part.Number > parts.Length) throw new InvalidDataException("it holds the results of several workers");
            if (parts[part.Number - 1] is { } known && known != part.Text) throw new InvalidDataException("it holds the results of several workers");
            parts[part.Number - 1] = part.Text;
        }

        if (parts is null) return null;
        var missing = parts.Count(part => part is null);
        if (missing > 0) throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{missing} of {parts.Length} lines of the result are missing"));
        return Decompressed(string.Concat(parts));
    }

    private static (int Number, int Count, string Text)? Part(string line)
    {
        var at = line.IndexOf(Mark, StringComparison.Ordinal);
        if (at < 0 || line[(at + Mark.Length)..].Trim().Split(' ') is not [var place, var text]) return null;
        return place.Split('/') is [var number, var count] && Whole(number) is { } i && Whole(count) is { } n && i <= n ? (i, n, text) : null;
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;

    private static byte[] Decompressed(string text)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(text)), CompressionMode.Decompress);
            using var record = new MemoryStream();
            brotli.CopyTo(record);
            return record.ToArray();
        }
        catch (Exception broken) when (broken is FormatException or InvalidOperationException or InvalidDataException)
        {
            throw new InvalidDataException("the lines of its result were changed", broken);
        }
    }
}
