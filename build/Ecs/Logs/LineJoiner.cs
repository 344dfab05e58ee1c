using System.Text;

namespace Build.Ecs.Logs;

/// <summary>Puts lines together again that the log driver has cut at 16 KiB. Of one stream, in its order.</summary>
internal sealed class LineJoiner
{
    // A piece of this length has a rest. A line that happens to be as long cannot be told from one, and takes the next one along.
    private const int LongestPiece = 16 * 1024;
    private readonly StringBuilder _begun = new();

    /// <summary>Takes an event; gives the line that it ends, or null when the line goes on.</summary>
    public string? Take(string piece)
    {
        _begun.Append(piece);
        return Encoding.UTF8.GetByteCount(piece) >= LongestPiece ? null : Flush();
    }

    /// <summary>The beginning of a line whose end never came; null when there is none.</summary>
    public string? Rest() => _begun.Length == 0 ? null : Flush();

    private string Flush()
    {
        var line = _begun.ToString();
        _begun.Clear();
        return line;
    }
}
