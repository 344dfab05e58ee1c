namespace Docs.Tests.Pages;

/// <summary>What stands between two fences.</summary>
/// <param name="Page">The page.</param>
/// <param name="First">The number of the line with the opening fence, from 1.</param>
/// <param name="Language">What follows that fence; empty without it.</param>
/// <param name="Lines">The lines between the fences.</param>
/// <param name="Mark">The comment on the line before, such as <c>runnable: local</c>; null without one.</param>
internal sealed record Block(string Page, int First, string Language, IReadOnlyList<string> Lines, string? Mark)
{
    private const string Fence = "```";

    /// <summary>The number of the line with the closing fence.</summary>
    public int Last => First + Lines.Count + 1;

    /// <summary>Whether a shell would read it.</summary>
    public bool IsShell => Language is "bash" or "sh" or "powershell";

    /// <summary>All of it.</summary>
    public string Text => string.Join('\n', Lines);

    /// <summary>The blocks of a page.</summary>
    public static IReadOnlyList<Block> AllOf(string page, IReadOnlyList<string> lines)
    {
        var blocks = new List<Block>();
        for (var first = 0; first < lines.Count; first++)
        {
            if (!IsFence(lines[first])) continue;
            var inside = lines.Skip(first + 1).TakeWhile(line => !IsFence(line)).ToList();
            blocks.Add(new Block(page, first + 1, lines[first].Trim()[Fence.Length..].Trim(), inside, first > 0 ? MarkOf(lines[first - 1].Trim()) : null));
            first += inside.Count + 1;
        }

        return blocks;
    }

    /// <summary>Whether a line of the page is in it, the fences included.</summary>
    public bool Holds(int line) => line >= First && line <= Last;

    /// <summary>Where it stands.</summary>
    public override string ToString() => $"{Page}:{First}";

    private static bool IsFence(string line) => line.TrimStart().StartsWith(Fence, StringComparison.Ordinal);

    private static string? MarkOf(string line) =>
        line.StartsWith("<!--", StringComparison.Ordinal) && line.EndsWith("-->", StringComparison.Ordinal) ? line[4..^3].Trim() : null;
}
