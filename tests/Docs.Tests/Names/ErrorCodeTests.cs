using System.Text.RegularExpressions;
using Docs.Tests.Pages;
using LoadTest.Configuration.Problems;
using TestSupport;

namespace Docs.Tests.Names;

/// <summary>Error codes that a page names are in the catalogue. (That troubleshooting.md explains each is held by the tests of the program.)</summary>
public sealed partial class ErrorCodeTests
{
    [Test]
    public void Every_code_is_one_of_the_catalogue()
    {
        var known = ErrorCodes.All.Select(code => code.Id).ToHashSet(StringComparer.Ordinal);
        var unknown =
            from page in Page.All
            from line in File.ReadLines(RepositoryRoot.Combine(page.Name))
            from Match code in Code().Matches(line)
            where !known.Contains(code.Value)
            select $"{page}: {code.Value}";
        Findings.None(unknown);
    }

    [GeneratedRegex(@"\bLT\d{4}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
