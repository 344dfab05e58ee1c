using System.Text;

namespace Build.Ecs.Logs;

/// <summary>Puts lines together again that the log driver has cut at 16 KiB. Of one stream, in its order.</summary>
internal sealed class LineJoiner
{
    // A piece of this length may have a rest; a line that happens to be as long has none.
    private const int LongestPiece = 16 * 1024;
    private readonly StringBuilder _begun = new();
    private DateTime? _begunAt;

    /// <summary>Takes an event; gives the lines that it ends: its own, and one before it that turns out to have been as long as a piece.</summary>
    /// <param name="piece">Its text.</param>
    /// <param name="at">Its time: all pieces of a line carry that of the line's beginning.</param>
    public IEnumerable<string> Take(string piece, DateTime? at)
    {
        if (_begun.Length > 0 && at != _begunAt) yield return Flush();
        _begun.Append(piece);
        _begunAt = at;
        if (Encoding.UTF8.GetByteCount(piece) < LongestPiece) yield return Flush();
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
