namespace LoadTest.Configuration.Options.Kinds;

/// <summary>What a message shows of a text that somebody typed.</summary>
internal static class TextExcerpt
{
    private const int Longest = 80;

    /// <summary>The text on one line, shortened.</summary>
    public static string Of(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= Longest ? line : line[..(Longest - 3)] + "...";
    }
}
