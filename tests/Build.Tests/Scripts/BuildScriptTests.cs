using TestSupport;

namespace Build.Tests.Scripts;

[TestFixture]
[Platform(Exclude = "Win", Reason = "build.sh needs bash"), Parallelizable]
internal sealed class BuildScriptTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Create()
    {
        _folder = new TemporaryFolder();
        _folder.WriteScript("build.sh", File.ReadAllText(TestSupport.RepositoryRoot.Combine("build.sh")));
        File.Copy(TestSupport.RepositoryRoot.Combine("global.json"), _folder.Combine("global.json"));
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task The_repositorys_own_script_runs_from_any_folder_and_passes_arguments_and_exit_code_on()
    {
        using var good = StartedProcess.Start(TestSupport.RepositoryRoot.Combine("build.sh"), ["--target=Compile", "--dryrun"], Path.GetTempPath());
        Assert.That(await good.ExitAsync(), Is.Zero, good.Error);
        Assert.That(good.Output, Does.Contain("1. Compile"));
        using var wrong = StartedProcess.Start(TestSupport.RepositoryRoot.Combine("build.sh"), ["--target=No such"], Path.GetTempPath());
        Assert.That(await wrong.ExitAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task Without_dotnet_it_says_which_sdk_is_needed_and_where_to_get_it()
    {
        foreach (var tool in new[] { "bash", "dirname", "sed" }) File.CreateSymbolicLink(_folder.Combine(tool), "/usr/bin/" + tool);
        using var run = StartedProcess.Start(_folder.Combine("bash"), [_folder.Combine("build.sh")], "/", ("PATH", _folder.Path));
        Assert.That((await run.ExitAsync(), run.Error), Is.EqualTo((1, Needed)));
    }

    [Test]
    public async Task With_another_sdk_it_says_which_one_is_needed()
    {
        GivenDotNet("exit 155");
        using var run = StartScript();
        Assert.That((await run.ExitAsync(), run.Error), Is.EqualTo((1, Needed)));
    }

    [Test]
    public async Task A_build_that_fails_is_shown_and_the_next_run_tries_again()
    {
        GivenDotNet("""[ "$1" = build ] && { echo "error CS1002"; exit 1; }; exit 0""");
        for (var attempt = 0; attempt < 2; attempt++)
        {
            using var run = StartScript();
            Assert.That(await run.ExitAsync(), Is.EqualTo(1));
            Assert.That(run.Error, Does.Contain("error CS1002\nThe automation does not build."));
        }
    }

    [Test]
    public async Task A_build_that_was_stopped_and_reports_success_is_a_failure_and_the_next_run_builds_again()
    {
        GivenSources();
        Assert.That(await BuildsAfterARunAsync(), Is.EqualTo(1));
        _folder.Write("build/Program.cs");
        GivenDotNet("exit 0");
        using var stopped = StartScript("--tree");
        Assert.That((await stopped.ExitAsync(), stopped.Output), Is.EqualTo((1, "")));
        Assert.That(stopped.Error, Does.EndWith("The build of the automation was stopped.\n"));
        GivenSources();
        Assert.That(await BuildsAfterARunAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task It_builds_when_a_source_changed_is_new_or_is_gone_and_only_then()
    {
        GivenSources();
        Assert.That(await BuildsAfterARunAsync(), Is.EqualTo(1));
        Assert.That(await BuildsAfterARunAsync(), Is.EqualTo(1), "nothing changed");
        _folder.Write("compat/Cake.Frosting/New.cs");
        Assert.That(await BuildsAfterARunAsync(), Is.EqualTo(2), "a source is new");
        File.Delete(_folder.Combine("compat", "Cake.Frosting", "New.cs"));
        Assert.That(await BuildsAfterARunAsync(), Is.EqualTo(3), "a source is gone");
        _folder.Write("Directory.Packages.props", "changed");
        Assert.That(await BuildsAfterARunAsync(), Is.EqualTo(4), "a version changed");
        _folder.Write("src/LoadTest/Program.cs");
        Assert.That(await BuildsAfterARunAsync(), Is.EqualTo(4), "the load test is no part of the automation");
    }

    [Test]
    public async Task Of_several_scripts_at_once_one_builds_and_all_run()
    {
        GivenSources();
        var runs = Enumerable.Range(0, 4).Select(_ => StartScript("--tree")).ToList();
        foreach (var run in runs) Assert.That((await run.ExitAsync(), run.Output), Is.EqualTo((0, "ran --tree\n")), run.Error);
        runs.ForEach(run => run.Dispose());
        Assert.That(Builds, Is.EqualTo(1));
    }

    private static string Needed =>
        """
        The .NET SDK 10.0.100 or a newer feature band of it is needed (global.json), and 'dotnet' does not offer it.
        Get it from https://dotnet.microsoft.com/download, or with the script https://dot.net/v1/dotnet-install: --version 10.0.100

        """;

    private int Builds => File.ReadAllLines(_folder.Combine("builds.log")).Length;

    private StartedProcess StartScript(params string[] arguments) => StartedProcess.Start(
        _folder.Combine("build.sh"), arguments, "/", ("PATH", $"{_folder.Combine("bin")}:{Environment.GetEnvironmentVariable("PATH")}"));

    private void GivenDotNet(string script) => _folder.WriteScript("bin/dotnet", "#!/usr/bin/env bash\n" + script);

    private void GivenSources()
    {
        foreach (var file in new[]
        {
            "build/Build.csproj", "compat/Cake.Frosting/Host.cs", "src/LoadTest.Configuration/Option.cs", "src/Directory.Build.props",
            "src/Directory.Build.targets", "Directory.Build.props", "Directory.Packages.props", ".editorconfig", "BannedSymbols.txt",
        }) _folder.Write(file);
        GivenDotNet($$"""
            case "$1" in
              build) echo built >> '{{_folder.Combine("builds.log")}}'; sleep 0.2
                mkdir -p '{{_folder.Combine("artifacts/bin/Build/release")}}'; touch '{{_folder.Combine("artifacts/bin/Build/release/Build.dll")}}' ;;
              */Build.dll) shift; echo "ran $*" ;;
            esac
            """);
    }

    private async Task<int> BuildsAfterARunAsync()
    {
        using var run = StartScript("--tree");
        Assert.That((await run.ExitAsync(), run.Output), Is.EqualTo((0, "ran --tree\n")), run.Error);
        return Builds;
    }
}
