using Docs.Tests.Pages;

namespace Docs.Tests.Commands;

/// <summary>What the pages tell a reader to type is typed, in a copy of the repository, and does what the page says.</summary>
[Category("Slow"), Parallelizable(ParallelScope.Children)]
public sealed class LocalCommandTests
{
    private RepositoryCopy _copy = null!;

    private static IEnumerable<Page> Pages => Page.All.Where(page => Runnable(page).Any());

    [OneTimeSetUp]
    public async Task CopyAsync() => _copy = await RepositoryCopy.MakeAsync();

    [OneTimeTearDown]
    public void Remove() => _copy?.Dispose();

    [TestCaseSource(nameof(Pages))]
    public async Task What_a_page_tells_to_type_works_and_writes_what_is_shown(object page)
    {
        foreach (var (block, mark) in Runnable((Page)page))
        {
            // ./build.sh --target=Test would run this test: of such a block only the order of the targets is asked for.
            var lines = mark.IsDryRun ? string.Join('\n', block.Lines.Select(line => line.StartsWith("./build.sh", StringComparison.Ordinal) ? line + " --dryrun" : line)) : block.Text;
            var (code, output) = await _copy.TypeAsync(lines);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(mark.ExitCodes, Does.Contain(code), $"{block}\n{output}");
                if (!mark.IsDryRun) Assert.That(ShownOutput.Below((Page)page, block, mark.IsExact)?.MissingIn(output) ?? [], Is.Empty, output);
            }
        }
    }

    [Test]
    public void Every_command_of_the_examples_that_needs_no_account_is_run()
    {
        var left =
            from page in Page.All
            where page.Name.StartsWith("docs/examples/", StringComparison.Ordinal)
            from block in page.Blocks
            where block.IsShell && RunMark.Of(block) is null && CommandText.OfBlock(block).All(command => command.IsAutomation && command.Words.Any(NeedsNoAccount))
            select block.ToString();
        Findings.None(left);
    }

    private static bool NeedsNoAccount(string word) => word is "--environment=local" or "--target=Plan" or "--target=Compare";

    private static IEnumerable<(Block Block, RunMark Mark)> Runnable(Page page) =>
        page.Blocks.Select(block => (block, mark: RunMark.Of(block))).Where(each => each.mark?.Where == "local").Select(each => (each.block, each.mark!));
}
