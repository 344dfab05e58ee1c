using System.Globalization;
using Build.Tests.Support;

namespace Build.Tests.Running;

[TestFixture]
[Platform(Exclude = "Win", Reason = "the stand-in for dotnet is a shell script"), Parallelizable]
internal sealed class RunLoadTestTests
{
    private FakeRepository _repository = null!;

    [SetUp]
    public void Create() => _repository = new FakeRepository();

    [TearDown]
    public void Remove() => _repository.Dispose();

    [Test]
    public async Task The_program_gets_the_flags_that_were_typed_and_its_output_is_shown()
    {
        _repository.GivenProgram("""echo "$@"; echo "a warning" >&2; pwd""");
        using var run = _repository.Start("--target=RunLoadTest", "--environment=local", "--rate", "500", "--duration=2s");
        Assert.That(await run.ExitAsync(), Is.Zero, run.Error);
        Assert.Multiple(() =>
        {
            Assert.That(run.Output, Does.Contain("run --environment=local --rate=500 --duration=2s\n" + _repository.Root));
            Assert.That(run.Error, Is.EqualTo("a warning\n"));
        });
    }

    [Test]
    public async Task The_local_server_is_started_with_its_port()
    {
        _repository.GivenProgram("""echo "$@" """);
        using var run = _repository.Start("--target=LocalDynamo", "--port=0");
        Assert.That(await run.ExitAsync(), Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("\nlocal-dynamo --port=0\n"));
    }

    [Test]
    public async Task Two_runs_are_compared_with_the_flags_that_were_typed()
    {
        _repository.GivenProgram("""echo "$@" """);
        using var run = _repository.Start("--target=Compare", "--run=after", "--verbosity=quiet", "--baseline", "artifacts/runs/before", "--artifacts-path=elsewhere");
        Assert.That(await run.ExitAsync(), Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("compare artifacts/runs/before after --verbosity=quiet --artifacts-path=elsewhere\n"));
    }

    [Test]
    public async Task A_comparison_names_both_runs()
    {
        using var run = _repository.Start("--target=Compare");
        Assert.That(await run.ExitAsync(), Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("LT0110").And.Contain("--baseline names none").And.Contain("--run names none"));
        Assert.That(_repository.Calls, Is.Empty, "nothing was built for it");
    }

    [TestCase("1", "failed")]
    [TestCase("3", "a threshold was missed")]
    [TestCase("5", "a safety guard refused")]
    [TestCase("77", "an unknown code")]
    public async Task The_exit_code_is_that_of_the_program(string code, string meaning)
    {
        _repository.GivenProgram($"exit {code}");
        using var run = _repository.Start("--target=RunLoadTest", "--environment=local");
        Assert.That(await run.ExitAsync(), Is.EqualTo(int.Parse(code, CultureInfo.InvariantCulture)));
        Assert.That(run.Error, Does.Contain($"Error: dynamodb-load-test ended with exit code {code} ({meaning})."));
    }

    [Test]
    public async Task The_program_is_built_only_when_its_sources_changed()
    {
        async Task<int> BuildsAfterARunAsync()
        {
            using var run = _repository.Start("--target=RunLoadTest", "--environment=local");
            Assert.That(await run.ExitAsync(), Is.Zero, run.Error);
            return _repository.Calls.Count(call => call.StartsWith("build ", StringComparison.Ordinal));
        }

        Assert.That(await BuildsAfterARunAsync(), Is.EqualTo(1));
        Assert.That(await BuildsAfterARunAsync(), Is.EqualTo(1), "nothing changed");
        _repository.ChangeSource("src/LoadTest.Engine/Planning/Plan.cs");
        Assert.That(await BuildsAfterARunAsync(), Is.EqualTo(2), "a source is new");
        File.Delete(_repository.Combine("src", "LoadTest.Engine", "Planning", "Plan.cs"));
        Assert.That(await BuildsAfterARunAsync(), Is.EqualTo(3), "a source is gone");
        Assert.That(_repository.Calls[0], Does.Contain("src/LoadTest/LoadTest.csproj --configuration Release"));
    }

    [Test]
    public async Task Of_several_runs_at_once_one_builds()
    {
        var runs = Enumerable.Range(0, 4).Select(_ => _repository.Start("--target=RunLoadTest", "--environment=local")).ToList();
        foreach (var run in runs) Assert.That(await run.ExitAsync(), Is.Zero, run.Error);
        runs.ForEach(run => run.Dispose());
        Assert.That(_repository.Calls.Count(call => call.StartsWith("build ", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [TestCase("TERM", "143")]
    [TestCase("INT", "130")]
    public async Task A_signal_to_the_automation_alone_reaches_the_program_whose_exit_code_counts(string signal, string code)
    {
        _repository.GivenProgram($"""
            trap 'echo draining; sleep 0.3; echo drained; exit {code}' {signal}
            echo "started $$"
            while true; do sleep 0.05; done
            """);
        using var run = _repository.Start("--target=RunLoadTest", "--environment=local");
        await run.UntilOutputAsync("started ");
        run.Signal(signal);
        Assert.That(await run.ExitAsync(), Is.EqualTo(int.Parse(code, CultureInfo.InvariantCulture)));
        Assert.That(run.Output, Does.Contain("draining\ndrained\n"), "the automation waits for the program");
        Assert.That(run.Output.Split("draining"), Has.Length.EqualTo(2), "the signal arrives once");
        var child = run.Output.Split("started ")[1].Split('\n')[0];
        Assert.That(Directory.Exists("/proc/self") && Directory.Exists("/proc/" + child), Is.False, "the program is left behind");
    }

    [Test]
    public async Task A_stop_during_the_build_ends_the_run_though_the_build_succeeds()
    {
        _repository.GivenProgram("echo ran", build: "trap 'done=1' TERM; echo building; until [ -n \"$done\" ]; do sleep 0.05; done");
        using var run = _repository.Start("--target=RunLoadTest", "--environment=local");
        await run.UntilOutputAsync("building\n");
        run.Signal("TERM");
        Assert.That(await run.ExitAsync(), Is.EqualTo(143));
        Assert.That(run.Output, Does.Not.Contain("ran\n"));
        Assert.That(run.Error, Does.Contain("The build of the load test was stopped."));
    }

    [TestCase("exit 0")]
    [TestCase("rmdir artifacts/bin/LoadTest/release; exit 0")]
    public async Task A_build_that_was_stopped_and_reports_success_is_a_failure_and_the_next_run_builds_again(string build)
    {
        _repository.GivenProgram("echo ran", build);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            using var run = _repository.Start("--target=RunLoadTest", "--environment=local");
            Assert.That(await run.ExitAsync(), Is.EqualTo(1));
            Assert.That(run.Error, Does.Contain("The build ended without dynamodb-load-test.dll").And.Not.Contains("Could not find a part of the path"));
        }

        _repository.GivenProgram("echo ran");
        using var repeated = _repository.Start("--target=RunLoadTest", "--environment=local");
        Assert.That(await repeated.ExitAsync(), Is.Zero, repeated.Error);
        Assert.That(repeated.Output, Does.Contain("ran\n"));
    }

    [Test]
    public async Task A_stopped_build_does_not_pass_off_the_program_of_an_earlier_one_as_fresh()
    {
        using (var first = _repository.Start("--target=RunLoadTest", "--environment=local")) Assert.That(await first.ExitAsync(), Is.Zero, first.Error);
        _repository.ChangeSource("src/LoadTest/Program.cs");
        _repository.GivenProgram("echo ran", build: "exit 0");
        using var run = _repository.Start("--target=RunLoadTest", "--environment=local");
        Assert.That(await run.ExitAsync(), Is.EqualTo(1));
        Assert.That(run.Output, Does.Not.Contain("ran\n"));
    }

    [Test]
    public async Task A_program_that_a_signal_ends_gives_128_and_its_number()
    {
        _repository.GivenProgram("kill -KILL $$");
        using var run = _repository.Start("--target=RunLoadTest", "--environment=local");
        Assert.That(await run.ExitAsync(), Is.EqualTo(137));
        Assert.That(run.Error, Does.Contain("ended by signal 9"));
    }
}
