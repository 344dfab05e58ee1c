using Build.Cleanup;
using Build.Output;
using TestSupport;

namespace Build.Tests.Cleanup;

[TestFixture]
internal sealed class ArtifactsFolderTests
{
    private StringWriter _text = null!;
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Create()
    {
        _text = new StringWriter { NewLine = "\n" };
        _folder = new TemporaryFolder();
    }

    [TearDown]
    public void Remove()
    {
        _folder.Dispose();
        _text.Dispose();
    }

    [Test]
    public void Everything_goes_but_the_runs_and_the_automation_and_it_is_said()
    {
        _folder.Write("artifacts/obj/x/y.dll", new string('x', 150_000));
        _folder.Write("artifacts/bin/LoadTest/release/dynamodb-load-test.dll");
        _folder.Write("artifacts/bin/Build/release/Build.dll");
        _folder.Write("artifacts/runs/one/summary.json");
        _folder.Write("artifacts/notes.txt");
        _folder.Write("src/Kept.cs");
        Clean();
        var left = Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.Path, file));
        Assert.Multiple(() =>
        {
            Assert.That(left, Is.EquivalentTo(["artifacts/bin/Build/release/Build.dll", "artifacts/runs/one/summary.json", "src/Kept.cs"]));
            Assert.That(_text.ToString(), Is.EqualTo("""
                removed artifacts/bin/LoadTest (0.0 MB)
                removed artifacts/notes.txt (0.0 MB)
                removed artifacts/obj (0.2 MB)
                kept artifacts/runs
                kept artifacts/bin/Build

                """));
        });
    }

    [Test]
    public void A_link_is_removed_and_what_it_points_to_stays()
    {
        var target = _folder.Write("elsewhere/file.txt");
        Directory.CreateDirectory(_folder.Combine("artifacts"));
        Directory.CreateSymbolicLink(_folder.Combine("artifacts", "link"), _folder.Combine("elsewhere"));
        Clean();
        Assert.That((File.Exists(target), Directory.Exists(_folder.Combine("artifacts", "link"))), Is.EqualTo((true, false)));
    }

    [Test]
    public void Without_artifacts_there_is_nothing_to_remove()
    {
        Clean();
        Assert.That(_text.ToString(), Is.EqualTo("nothing to remove\n"));
    }

    private void Clean() => new ArtifactsFolder(new BuildPaths(_folder.Path), new Screen(_text, _text)).Clean();
}
