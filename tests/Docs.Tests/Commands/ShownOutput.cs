using System.Text.RegularExpressions;
using Docs.Tests.Pages;

namespace Docs.Tests.Commands;

/// <summary>
/// What a page shows of a command's output. Each line must have been written, in this order; three points stand for anything that was left
/// out. Numbers may differ from machine to machine, unless the block is marked with <c>exact output</c>.
/// </summary>
internal sealed partial class ShownOutput(Block block, bool isExact)
{
    private const string LeftOut = "...";

    /// <summary>The output below a block of commands: the next block, if it is plain text and no other heading comes between; null without one.</summary>
    public static ShownOutput? Below(Page page, Block commands, bool isExact)
    {
        var next = page.Blocks.FirstOrDefault(block => block.First > commands.Last);
        var isBelow = next is { Language: "text" } && !page.Prose.Any(line => line.Number > commands.Last && line.Number < next.First && line.Text.StartsWith('#'));
        return isBelow ? new ShownOutput(next!, isExact) : null;
    }

    /// <summary>The lines that are shown and were not written.</summary>
    public IEnumerable<string> MissingIn(string output)
    {
        var written = new Queue<string>(output.Split('\n').Select(Plain));
        foreach (var line in block.Lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line != LeftOut))
        {
            var pattern = "^" + Regex.Escape(Plain(line)).Replace(Regex.Escape(LeftOut), ".*", StringComparison.Ordinal) + "$";
            var rest = new Queue<string>(written);
            while (rest.TryDequeue(out var candidate) && !Regex.IsMatch(candidate, pattern, RegexOptions.NonBacktracking))
            {
            }

            // A line that is missing must not make all that follow it missing too.
            if (rest.Count == 0 && (written.Count == 0 || !written.Any(candidate => Regex.IsMatch(candidate, pattern, RegexOptions.NonBacktracking)))) yield return $"{block}: {line}";
            else written = rest;
        }
    }

    private string Plain(string line)
    {
        var text = Blanks().Replace(line, " ").Trim();
        return isExact ? text : Number().Replace(RunId().Replace(text, "RUN"), "0");
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\d{8}-\d{6}-[0-9a-f]{4}", RegexOptions.NonBacktracking)]
    private static partial Regex RunId();

    // Not NonBacktracking: with an optional part in front, that one passes over matches.
    [GeneratedRegex(@"[-+]?\d+(?:[,.]\d+)*", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
