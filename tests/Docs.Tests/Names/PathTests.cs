using System.Text.RegularExpressions;
using Docs.Tests.Pages;
using TestSupport;

namespace Docs.Tests.Names;

/// <summary>Paths of the repository that a page names are there.</summary>
public sealed partial class PathTests
{
    // What runs and builds write is not in the repository, and the rest are paths of other systems.
    private static readonly string[] Elsewhere = ["artifacts", "runs", "workers", "logs", "~", ""];

    [Test]
    public void Every_path_in_back_quotes_exists()
    {
        var missing =
            from page in Page.All
            from span in page.Spans
            where LooksLikeOneOfOurs(span.Text)
            where !Path.Exists(RepositoryRoot.Combine(span.Text)) && !Path.Exists(Path.Combine(page.Folder, span.Text))
            select span.ToString();
        Findings.None(missing);
    }

    private static bool LooksLikeOneOfOurs(string text)
    {
        if (!Shape().IsMatch(text)) return false;
        var first = text.Split('/')[0];
        return !Elsewhere.Contains(first) && (Path.Exists(RepositoryRoot.Combine(first)) || FileName().IsMatch(text));
    }

    [GeneratedRegex(@"^[\w.~-]*(?:/[\w.-]*)+$", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\.(?:md|cs|csproj|props|json|yaml|yml|sh|ps1|txt)$", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();
}
