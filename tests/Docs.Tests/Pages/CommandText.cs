using System.Text;
using System.Text.RegularExpressions;

namespace Docs.Tests.Pages;

/// <summary>A command line that a page shows, of whatever program.</summary>
/// <param name="Page">The page.</param>
/// <param name="Line">Where it begins.</param>
/// <param name="Words">Its words, without variables in front and without quotes.</param>
internal sealed partial record CommandText(string Page, int Line, IReadOnlyList<string> Words)
{
    /// <summary>The automation's scripts.</summary>
    public bool IsAutomation => Words[0] is "./build.sh" or "./build.ps1" or "build.sh";

    /// <summary>The load test, built or published.</summary>
    public bool IsProgram => Path.GetFileName(Words[0]) == "dynamodb-load-test" && Words.Count > 1;

    /// <summary>What follows the program's name.</summary>
    public IReadOnlyList<string> Arguments => [.. Words.Skip(1)];

    /// <summary>Every command of a page: in blocks for a shell, and in its prose.</summary>
    public static IEnumerable<CommandText> AllOf(Page page)
    {
        var typed = page.Blocks.Where(block => block.IsShell).SelectMany(OfBlock);
        var mentioned = page.Blocks.Where(block => block.Language == "yaml")
            .SelectMany(block => block.Lines.Select((text, index) => new Line(page.Name, block.First + 1 + index, Mentioned().Match(text).Value)))
            .Concat(page.Spans.Select(span => span with { Text = Mentioned().Match(span.Text) is { Success: true, Index: 0 } match ? match.Value : "" }))
            .Where(line => line.Text.Length > 0);
        return typed.Concat(mentioned.Select(line => new CommandText(page.Name, line.Number, Split(line.Text)))).Where(command => command.Words.Count > 0);
    }

    /// <summary>The commands of a block, one a line; a line that ends with a backslash goes on.</summary>
    public static IEnumerable<CommandText> OfBlock(Block block)
    {
        var whole = new StringBuilder();
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines[i].Trim();
            whole.Append(line.TrimEnd('\\'));
            if (line.EndsWith('\\')) continue;
            foreach (var part in whole.ToString().Split(["&&", " | ", "; "], StringSplitOptions.TrimEntries))
            {
                var words = Split(part);
                if (words.Count > 0) yield return new CommandText(block.Page, block.First + 1 + i, words);
            }

            whole.Clear();
        }
    }

    /// <summary>Where it stands, and what it is.</summary>
    public override string ToString() => $"{Page}:{Line}: {string.Join(' ', Words)}";

    // A shell's words, as far as pages need them: quotes hold blanks together, and the rest of a line behind # is for people.
    private static IReadOnlyList<string> Split(string line) =>
    [
        .. Word().Matches(line).Select(match => match.Value).TakeWhile(word => !word.StartsWith('#'))
            .Select(word => word.Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal))
            .SkipWhile(word => Variable().IsMatch(word)),
    ];

    [GeneratedRegex(@"(?:[^\s""']|""[^""]*""|'[^']*')+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex("^[A-Z_]+=", RegexOptions.NonBacktracking)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\./build\.(?:sh|ps1)(?: .*)?|dynamodb-load-test [a-z].*", RegexOptions.NonBacktracking)]
    private static partial Regex Mentioned();
}
