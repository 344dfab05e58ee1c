using System.Text.RegularExpressions;
using Docs.Tests.Pages;

namespace Docs.Tests.Diagrams;

/// <summary>A diagram of docs/architecture.md: who uses whom.</summary>
/// <param name="Arrows">The drawn-through arrows.</param>
/// <param name="Exceptions">The dotted ones: uses against the direction, each with its reason in the text.</param>
internal sealed partial record Diagram(IReadOnlySet<Arrow> Arrows, IReadOnlySet<Arrow> Exceptions)
{
    private const string Held = "diagram of ";

    /// <summary>Everything that an arrow begins or ends at.</summary>
    public IReadOnlySet<string> Nodes => Arrows.Concat(Exceptions).SelectMany(arrow => new[] { arrow.From, arrow.To }).ToHashSet(StringComparer.Ordinal);

    /// <summary>The diagram behind the comment <c>diagram of WHAT</c>.</summary>
    public static Diagram Of(string what)
    {
        var block = Page.All.Single(page => page.Name == "docs/architecture.md").Blocks.Single(block => block.Mark == Held + what);
        var arrows = block.Lines.SelectMany(ArrowsOf).ToLookup(arrow => arrow.IsDotted, arrow => arrow.Arrow);
        return new Diagram(arrows[false].ToHashSet(), arrows[true].ToHashSet());
    }

    /// <summary>Whether a way along the drawn-through arrows leads from one to the other.</summary>
    public bool Leads(string from, string to) => Arrows.Any(arrow => arrow.From == from && (arrow.To == to || Leads(arrow.To, to)));

    // "A --> B & C" is two arrows.
    private static IEnumerable<(bool IsDotted, Arrow Arrow)> ArrowsOf(string line) => Line().Match(line) is { Success: true } match
        ? match.Groups["to"].Value.Split('&', StringSplitOptions.TrimEntries).Select(to => (match.Groups["kind"].Value == "-.->", new Arrow(match.Groups["from"].Value, to)))
        : [];

    [GeneratedRegex(@"^\s*(?<from>[\w.]+) (?<kind>-->|-\.->) (?<to>.+?)\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}

/// <summary>One uses another.</summary>
internal sealed record Arrow(string From, string To);
