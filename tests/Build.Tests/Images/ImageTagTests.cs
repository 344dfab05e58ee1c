using Build.Images;
using Build.Options;
using Build.Output;
using Build.Processes;
using Build.Tests.Images.Support;

namespace Build.Tests.Images;

/// <summary>A tag names what an image is made of: with real git.</summary>
[TestFixture]
[Platform(Exclude = "Win", Reason = "the bench is a Unix one")]
internal sealed class ImageTagTests
{
    private ImageBench _bench = null!;

    [SetUp]
    public void Create() => _bench = new ImageBench();

    [TearDown]
    public async Task Remove() => await _bench.DisposeAsync();

    [Test]
    public async Task A_commit_and_the_processor_are_named()
    {
        var commit = await _bench.CommitAsync();
        Assert.That(await TagAsync(), Is.EqualTo($"0.1.0-{commit[..12]}-amd64"));
        Assert.That(await TagAsync("--cpu-architecture=ARM64"), Is.EqualTo($"0.1.0-{commit[..12]}-arm64"));
    }

    [TestCase("src/LoadTest/Program.cs")]
    [TestCase("Dockerfile")]
    public async Task What_is_not_committed_is_named_by_its_content(string file)
    {
        var commit = await _bench.CommitAsync();
        _bench.Repository.ChangeSource(file);
        var first = await TagAsync();
        _bench.Repository.ChangeSource(file);
        var second = await TagAsync();

        Assert.That(first, Does.Match($"^0\\.1\\.0-{commit[..12]}-amd64-dirty-[0-9a-f]{{8}}$"));
        Assert.That(second, Does.StartWith($"0.1.0-{commit[..12]}-amd64-dirty-").And.Not.EqualTo(first));
        Assert.That(await TagAsync(), Is.EqualTo(second), "the same content");
    }

    [Test]
    public async Task A_removed_file_counts_and_one_that_git_ignores_does_not()
    {
        _bench.Repository.Write("src/LoadTest/Other.cs", "");
        await _bench.CommitAsync();
        _bench.Repository.Write("src/LoadTest/some.log", "ignored");
        Assert.That(await TagAsync(), Does.Not.Contain("dirty"));
        File.Delete(_bench.Repository.Combine("src", "LoadTest", "Other.cs"));
        Assert.That(await TagAsync(), Does.Contain("dirty"));
    }

    [Test]
    public async Task Without_git_the_content_alone_is_named()
    {
        var first = await TagAsync();
        _bench.Repository.ChangeSource("src/LoadTest/Program.cs");
        Assert.That(first, Does.Match("^0\\.1\\.0-[0-9a-f]{12}-amd64$"));
        Assert.That(await TagAsync(), Does.Match("^0\\.1\\.0-[0-9a-f]{12}-amd64$").And.Not.EqualTo(first));
    }

    private async Task<string> TagAsync(params string[] arguments)
    {
        var options = CommandLine.Read(["--environment=dev", .. arguments]).Options;
        var paths = new BuildPaths(_bench.Repository.Root);
        var source = new ImageSource(paths, new ChildProcesses(options, new Screen(TextWriter.Null, TextWriter.Null)));
        return (await new ImageTags(source, paths, options, new DeploymentSettings(paths, options)).CurrentAsync()).ToString();
    }
}
