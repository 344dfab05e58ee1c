using Docs.Tests.Pages;
using TestSupport;

namespace Docs.Tests.Names;

/// <summary>Links lead somewhere.</summary>
public sealed class LinkTests
{
    private static readonly Dictionary<string, Page> ByPath =
        Page.All.ToDictionary(page => RepositoryRoot.Combine(page.Name.Split('/')), StringComparer.Ordinal);

    private static IEnumerable<Line> Local => Page.All.SelectMany(page => page.Links).Where(link => !link.Text.Contains("://", StringComparison.Ordinal));

    [Test]
    public void Every_link_to_a_file_resolves() =>
        Findings.None(Local.Where(link => !Path.Exists(Target(link))).Select(link => link.ToString()));

    [Test]
    public void Every_anchor_is_that_of_a_heading()
    {
        var broken =
            from link in Local
            where link.Text.Contains('#', StringComparison.Ordinal)
            where !ByPath.TryGetValue(Target(link), out var page) || !page.Anchors.Contains(link.Text.Split('#')[1])
            select link.ToString();
        Findings.None(broken);
    }

    [Test]
    public void Every_page_of_docs_can_be_reached_from_the_README()
    {
        var reached = new HashSet<Page>();
        var next = new Stack<Page>([Page.All.Single(page => page.Name == "README.md")]);
        while (next.TryPop(out var page))
        {
            if (!reached.Add(page)) continue;
            foreach (var link in page.Links.Where(link => !link.Text.Contains("://", StringComparison.Ordinal)))
                if (ByPath.TryGetValue(Target(link), out var linked)) next.Push(linked);
        }

        Findings.None(Page.All.Except(reached).Select(page => page.Name));
    }

    private static string Target(Line link)
    {
        var page = RepositoryRoot.Combine(link.Page.Split('/'));
        var file = link.Text.Split('#')[0];
        return file.Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, file));
    }
}
