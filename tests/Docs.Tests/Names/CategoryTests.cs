using Docs.Tests.Pages;
using LoadTest.Operations;

namespace Docs.Tests.Names;

/// <summary>Categories of throttles that a page names are those of the program. (That measuring.md explains all others is held by the tests of the program.)</summary>
public sealed class CategoryTests
{
    [Test]
    public void Every_category_of_throttles_exists()
    {
        var known = Category.All.Select(category => category.Name).ToHashSet(StringComparer.Ordinal);
        var named = Page.All.SelectMany(page => page.Spans)
            .Where(span => span.Text.StartsWith("throttled-", StringComparison.Ordinal) && !span.Text.Contains('<', StringComparison.Ordinal)).ToList();

        Assert.That(named, Is.Not.Empty);
        Findings.None(named.Where(span => !known.Contains(span.Text)).Select(span => span.ToString()));
    }
}
