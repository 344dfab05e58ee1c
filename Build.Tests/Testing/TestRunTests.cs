using Build.Options;
using Build.Output;
using Build.Processes;
using Build.Testing;
using TestSupport;

namespace Build.Tests.Testing;

/// <summary>Runs real test projects: a small repository with the project's own build files, whose tests do as a variable says.</summary>
[TestFixture]
[Category("Slow")]
internal sealed class TestRunTests
{
    private const string Behaviour = "FIRST_TESTS";

    private const string First = """
        namespace First.Tests;

        public class First
        {
            private static readonly string? Behaviour = Environment.GetEnvironmentVariable("FIRST_TESTS");

            [Test]
            public void Passes()
            {
            }

            [Test, Category("Slow")]
            public void Is_slow()
            {
            }

            [TestCase(1)]
            [TestCase(2)]
            public void Does_as_it_is_told(int number)
            {
                if (Equals(Behaviour, "ask") && Equals(Environment.GetEnvironmentVariable("LOADTEST_REQUIRE_ALL"), "true")) Assert.Fail("java");
                if (Equals(Behaviour, "ask") || Equals(Behaviour, "ignore")) Assert.Ignore("java is missing: apt-get install java");
                if (Equals(Behaviour, "crash") && number == 2) Environment.FailFast("crash");
            }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    [OneTimeSetUp]
    public void Create()
    {
        foreach (var file in new[]
        {
            "Directory.Build.props", "Directory.Packages.props", "global.json", "BannedSymbols.txt", ".editorconfig", "tests/Directory.Build.props",
        }) _folder.Write(file, File.ReadAllText(TestSupport.RepositoryRoot.Combine(file)));
        const string Project = """<Project Sdk="Microsoft.NET.Sdk" />""";
        _folder.Write("LoadTest.slnx", """<Solution><Project Path="tests/First.Tests/First.Tests.csproj" /></Solution>""");
        _folder.Write("tests/TestSupport/TestSupport.csproj", Project);
        _folder.Write("tests/First.Tests/First.Tests.csproj", Project);
        _folder.Write("tests/First.Tests/First.cs", First);
    }

    [TearDown]
    public void Forget() => Environment.SetEnvironmentVariable(Behaviour, null);

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task The_whole_suite_runs_everything_and_the_quick_one_leaves_out_what_is_slow()
    {
        var all = await RunAsync(Suite.All, requireAll: true);
        Assert.That((all.Failure, all.LastLine), Is.EqualTo(((string?)null, "4 passed, 0 failed")), all.Screen);
        var quick = await RunAsync(Suite.Quick, requireAll: false);
        Assert.That((quick.Failure, quick.LastLine), Is.EqualTo(((string?)null, "3 passed, 0 failed")), quick.Screen);
    }

    [Test]
    public async Task What_is_skipped_is_named_and_fails_the_run_where_all_has_to_run()
    {
        Environment.SetEnvironmentVariable(Behaviour, "ignore");
        var lenient = await RunAsync(Suite.All, requireAll: false);
        Assert.That((lenient.Failure, lenient.LastLine), Is.EqualTo(((string?)null, "2 passed, 0 failed, 2 skipped")), lenient.Screen);
        Assert.That(lenient.Screen, Does.Contain("skipped 2: java is missing: apt-get install java [First.Tests/First]\n"));

        var strict = await RunAsync(Suite.All, requireAll: true);
        Assert.That(
            (strict.Failure, strict.LastLine),
            Is.EqualTo(((string?)"Tests were skipped, and --require-all allows none.", "2 passed, 0 failed, 2 skipped")));
    }

    [Test]
    public async Task Tests_are_told_that_all_has_to_run()
    {
        Environment.SetEnvironmentVariable(Behaviour, "ask");
        var run = await RunAsync(Suite.All, requireAll: true);
        Assert.That(run.Failure, Is.EqualTo("Tests failed; the details are above and in artifacts/test-results."));
        Assert.That(run.LastLine, Is.EqualTo("2 passed, 2 failed"));
    }

    [Test]
    public async Task A_test_process_that_crashes_is_a_failure_though_no_test_failed()
    {
        Environment.SetEnvironmentVariable(Behaviour, "crash");
        var run = await RunAsync(Suite.All, requireAll: false);
        Assert.That(run.Failure, Does.StartWith("Tests failed"), run.Screen);
        Assert.That(run.LastLine, Does.Match("^[0-3] passed, [1-9] failed$"));
        Assert.That(run.Screen, Does.Contain("First.Tests was aborted").Or.Contains("First.Tests reported nothing"));
    }

    private async Task<(string? Failure, string? LastLine, string Screen)> RunAsync(Suite suite, bool requireAll)
    {
        var text = new StringWriter { NewLine = "\n" };
        var screen = new Screen(text, text);
        var outcome = new Outcome();
        var run = new TestRun(new BuildPaths(_folder.Path), new ChildProcesses(new BuildOptions([]), screen), screen, outcome);
        try
        {
            await run.RunAsync(new TestChoice(suite, requireAll, BuildConfiguration.Release));
            return (null, outcome.LastLine, text.ToString());
        }
        catch (StepFailedException failure)
        {
            return (failure.Message, outcome.LastLine, text.ToString());
        }
    }
}
