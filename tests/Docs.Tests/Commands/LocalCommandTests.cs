using Docs.Tests.Pages;

namespace Docs.Tests.Commands;

/// <summary>What the pages tell a reader to type is typed, in a copy of the repository, and does what the page says.</summary>
[Category("Slow")]
public sealed class LocalCommandTests
{
    // The pages side by side, as commands mostly wait; the commands of a page one after another, as later ones need what earlier ones left.
    private const int PagesAtOnce = 4;
    private readonly SemaphoreSlim _places = new(PagesAtOnce);
    private RepositoryCopy _copy = null!;
    private Dictionary<Page, Task<IReadOnlyList<TypedBlock>>> _typed = [];

    private static IEnumerable<Page> Pages => Page.All.Where(page => Runnable(page).Any());

    [OneTimeSetUp]
    public async Task TypeAsync()
    {
        _copy = await RepositoryCopy.MakeAsync();
        _typed = Pages.ToDictionary(page => page, TypeAsync);
    }

    [OneTimeTearDown]
    public async Task RemoveAsync()
    {
        await Task.WhenAll(_typed.Values.Cast<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _copy?.Dispose();
        _places.Dispose();
    }

    [TestCaseSource(nameof(Pages))]
    public async Task What_a_page_tells_to_type_works_and_writes_what_is_shown(object page)
    {
        foreach (var (block, mark, code, output) in await _typed[(Page)page])
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(mark.ExitCodes, Does.Contain(code), $"{block}\n{output}");
                if (!mark.IsDryRun && mark.Output != OutputMatch.None)
                    Assert.That(ShownOutput.Below((Page)page, block, mark.Output == OutputMatch.Exact)?.MissingIn(output) ?? [], Is.Empty, output);
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

    private async Task<IReadOnlyList<TypedBlock>> TypeAsync(Page page)
    {
        await _places.WaitAsync();
        try
        {
            var typed = new List<TypedBlock>();
            foreach (var (block, mark) in Runnable(page))
            {
                // ./build.sh --target=Test would run this test: of such a block only the order of the targets is asked for.
                var lines = mark.IsDryRun ? block.Lines.Select(line => line.StartsWith("./build.sh", StringComparison.Ordinal) ? line + " --dryrun" : line) : block.Lines;
                var (code, output) = await _copy.TypeAsync(string.Join('\n', lines));
                typed.Add(new TypedBlock(block, mark, code, output));
            }

            return typed;
        }
        finally
        {
            _places.Release();
        }
    }

    private sealed record TypedBlock(Block Block, RunMark Mark, int Code, string Output);
}
