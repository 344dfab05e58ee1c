using TestSupport;

namespace Build.Tests.Scripts;

/// <summary>The two scripts, each run by its own shell, do the same.</summary>
[TestFixture("build.sh", "bash")]
[TestFixture("build.ps1", "pwsh")]
[Platform(Exclude = "Win", Reason = "the stand-in for dotnet is a script of bash"), Parallelizable]
internal sealed class BuildScriptTests(string script, string shell)
{
    private TemporaryFolder _folder = null!;
    private string _shell = null!;

    [OneTimeSetUp]
    public void FindShell()
    {
        var found = OutsidePart.FindProgram(shell);
        if (found is null) OutsidePart.Missing($"{shell} is missing (PowerShell: dotnet tool install --global PowerShell)");
        _shell = found!;
    }

    [SetUp]
    public void Create()
    {
        _folder = new TemporaryFolder();
        File.Copy(TestSupport.RepositoryRoot.Combine(script), _folder.Combine(script));
        File.Copy(TestSupport.RepositoryRoot.Combine("global.json"), _folder.Combine("global.json"));
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task The_repositorys_own_script_runs_from_any_folder_and_passes_arguments_and_exit_code_on()
    {
        var own = TestSupport.RepositoryRoot.Combine(script);
        using var good = StartedProcess.Start(_shell, [own, "--target=Compile", "--dryrun"], Path.GetTempPath());
        Assert.That(await good.ExitAsync(), Is.Zero, good.Error);
        Assert.That(good.Output, Does.Contain("1. Compile"));
        using var wrong = StartedProcess.Start(_shell, [own, "--target=No such"], Path.GetTempPath());
        Assert.That(await wrong.ExitAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task Without_dotnet_it_says_which_sdk_is_needed_and_where_to_get_it()
    {
        foreach (var tool in new[] { "dirname", "sed" }) File.CreateSymbolicLink(_folder.Combine(tool), "/usr/bin/" + tool);
        // PowerShell may be a tool of dotnet, and forgets where that is once it runs.
        string[] command = shell == "bash" ? [_folder.Combine(script)] : ["-Command", $"$env:PATH = ''; & '{_folder.Combine(script)}'; exit $LASTEXITCODE"];
        using var run = StartedProcess.Start(_shell, command, "/", shell == "bash" ? [("PATH", _folder.Path)] : []);
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
        _shell, [_folder.Combine(script), .. arguments], "/", ("PATH", $"{_folder.Combine("bin")}:{Environment.GetEnvironmentVariable("PATH")}"));

    // PowerShell itself may be a tool of dotnet, which the real one starts.
    private void GivenDotNet(string behaviour) => _folder.WriteScript("bin/dotnet", $"""
        #!/usr/bin/env bash
        case "$1" in *pwsh.dll) exec '{OutsidePart.FindProgram("dotnet")}' "$@" ;; esac
        {behaviour}
        """);

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
