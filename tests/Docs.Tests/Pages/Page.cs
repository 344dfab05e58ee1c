using System.Text.RegularExpressions;
using TestSupport;

namespace Docs.Tests.Pages;

/// <summary>A page of the documentation, taken apart.</summary>
internal sealed partial class Page
{
    private Page(string name)
    {
        Name = name;
        var lines = File.ReadAllLines(RepositoryRoot.Combine(name));
        Blocks = Block.AllOf(name, lines);
        Prose = [.. lines.Select((text, index) => new Line(name, index + 1, text)).Where(line => !Blocks.Any(block => block.Holds(line.Number)))];
    }

    /// <summary>The pages that readers are led through, those of the examples and of the tests among them.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Path, "*.md")
            .Concat(Directory.EnumerateFiles(RepositoryRoot.Combine("docs"), "*.md", SearchOption.AllDirectories))
            .Append(RepositoryRoot.Combine("benchmarks", "README.md"))
            .Append(RepositoryRoot.Combine("tests", "EndToEnd", "README.md"))
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(name => new Page(name)),
    ];

    /// <summary>The path in the repository, with slashes.</summary>
    public string Name { get; }

    /// <summary>The absolute path of the folder that it lies in: links begin there.</summary>
    public string Folder => Path.GetDirectoryName(RepositoryRoot.Combine(Name))!;

    /// <summary>What stands between fences.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>The lines outside of fences.</summary>
    public IReadOnlyList<Line> Prose { get; }

    /// <summary>What stands in back quotes in the prose.</summary>
    public IEnumerable<Line> Spans => Prose.SelectMany(line => Span().Matches(line.Text).Select(match => line with { Text = match.Groups["code"].Value }));

    /// <summary>Where links and pictures lead.</summary>
    public IEnumerable<Line> Links => Prose.SelectMany(line => Link().Matches(Span().Replace(line.Text, "``")).Select(match => line with { Text = match.Groups["target"].Value }));

    /// <summary>The anchors of the headings, as GitHub makes them.</summary>
    public IReadOnlySet<string> Anchors => Prose.Where(line => Heading().IsMatch(line.Text)).Select(line => Heading().Replace(line.Text, ""))
        .Select(Anchor).GroupBy(anchor => anchor, StringComparer.Ordinal)
        .SelectMany(same => same.Select((anchor, index) => index == 0 ? anchor : $"{anchor}-{index}")).ToHashSet(StringComparer.Ordinal);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static string Anchor(string heading) => NotInAnchors().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Span();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)|<img[^>]* src=""(?<target>[^""]+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("^#+ ", RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w -]", RegexOptions.NonBacktracking)]
    private static partial Regex NotInAnchors();
}
