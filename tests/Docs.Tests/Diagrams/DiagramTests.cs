namespace Docs.Tests.Diagrams;

/// <summary>The diagrams of docs/architecture.md are the code's, and data flows one way along them.</summary>
public sealed class DiagramTests
{
    [Test]
    public void Projects_refer_to_each_other_as_drawn() => Assert.That(CodeArrows.OfProjects(), Is.EquivalentTo(Diagram.Of("the projects").Arrows));

    [TestCase("src/LoadTest.Engine")]
    [TestCase("src/LoadTest")]
    public void Every_folder_is_drawn_and_no_other(string project) => Assert.That(Diagram.Of(project).Nodes, Is.EquivalentTo(CodeArrows.Folders(project)));

    [TestCase("src/LoadTest.Engine")]
    [TestCase("src/LoadTest")]
    public void No_folder_uses_one_that_no_arrow_leads_to(string project)
    {
        var drawn = Diagram.Of(project);
        Findings.None(CodeArrows.OfFolders(project).Where(use => !drawn.Leads(use.From, use.To) && !drawn.Exceptions.Contains(use)).Select(use => $"{use.From} uses {use.To}"));
    }

    [TestCase("src/LoadTest.Engine")]
    [TestCase("src/LoadTest")]
    public void Every_arrow_is_a_use(string project)
    {
        var drawn = Diagram.Of(project);
        Findings.None(drawn.Arrows.Concat(drawn.Exceptions).Except(CodeArrows.OfFolders(project)).Select(arrow => $"{arrow.From} does not use {arrow.To}"));
    }

    [TestCase("the projects")]
    [TestCase("src/LoadTest.Engine")]
    [TestCase("src/LoadTest")]
    public void No_way_along_the_arrows_leads_back(string what)
    {
        var left = Diagram.Of(what).Arrows.ToList();
        while (left.RemoveAll(arrow => !left.Exists(next => next.From == arrow.To)) > 0)
        {
        }

        Findings.None(left.Select(arrow => $"{arrow.From} to {arrow.To} is on a way that leads back, or behind one"));
    }
}
