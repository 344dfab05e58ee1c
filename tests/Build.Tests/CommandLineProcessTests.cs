using Build.Tests.Support;

namespace Build.Tests;

[TestFixture, Parallelizable]
internal sealed class CommandLineProcessTests
{
    private static readonly string[] WithoutCredentials = ["--target=RunLoadTest", "--exclusive", "--environment=staging", "--profile=no-such-profile"];

    [Test]
    public async Task Without_arguments_every_target_is_listed_with_a_line_to_copy()
    {
        var (code, output, error) = await Automation.RunAsync();
        Assert.Multiple(() =>
        {
            Assert.That((code, error), Is.EqualTo((0, "")));
            foreach (var target in new[] { "Clean", "Compile", "Format", "Lint", "LocalDynamo", "Logs", "Plan", "Publish", "Report", "RunLoadTest", "Runs", "Stop", "Test" })
                Assert.That(output, Does.Match($@"  {target}: \S.*\n    \./build\.sh --target={target}"));
        });
    }

    [Test]
    public async Task Every_mistake_on_the_command_line_is_reported_at_once_with_exit_code_2()
    {
        var (code, output, error) = await Automation.RunAsync("--targt=Test", "--concurency-limit=5", "--suite=fast", "Compile", "Help");
        Assert.Multiple(() =>
        {
            Assert.That((code, output), Is.EqualTo((2, "")));
            Assert.That(error, Does.Contain("LT0101 --targt is no option\n  from: the command line\n  fix: did you mean --target?"));
            Assert.That(error, Does.Contain("did you mean --concurrency-limit?"));
            Assert.That(error, Does.Contain("LT0105 Suite is none of the choices (was 'fast')\n  from: --suite\n  fix: give all or quick"));
            Assert.That(error, Does.Contain("fix: for a target write --target=Compile"));
            Assert.That(error, Does.Contain("fix: write --help"));
        });
    }

    [Test]
    public async Task An_unknown_target_is_an_error_that_suggests_the_nearest_one()
    {
        var (code, _, error) = await Automation.RunAsync("--target=Complie");
        Assert.That((code, error), Is.EqualTo((2, "LT0115 there is no target 'Complie'\n  from: --target\n  fix: did you mean --target=Compile?\n")));
    }

    [Test]
    public async Task A_run_in_another_environment_needs_credentials()
    {
        var (code, _, error) = await Automation.RunAsync(WithoutCredentials);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(4));
            Assert.That(error, Does.Contain("LT0301 ").And.Contains("no-such-profile").And.Contains("  fix: "));
            Assert.That(error, Does.Not.Contain("   at "));
        });
    }

    [TestCase("Logs")]
    [TestCase("Report")]
    [TestCase("Stop")]
    public async Task A_target_about_a_run_wants_to_know_which(string target)
    {
        var (code, _, error) = await Automation.RunAsync($"--target={target}", "--exclusive", "--environment=staging");
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("LT0110 no run is named").And.Contains("--target=Runs lists them"));
    }

    [Test]
    public async Task Diagnostic_verbosity_adds_the_stack_to_an_error() =>
        Assert.That((await Automation.RunAsync([.. WithoutCredentials, "--verbosity=diagnostic"])).Error, Does.Contain("   at "));

    [Test]
    public async Task A_system_that_is_not_published_is_an_error_that_lists_those_that_are()
    {
        var (code, _, error) = await Automation.RunAsync("--target=Publish", "--rid=solaris-sparc");
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("LT0105 the load test is not published for 'solaris-sparc'\n  from: --rid\n  fix: give --rid= and one of linux-arm64, linux-x64"));
    }

    [Test]
    public async Task The_tree_names_every_target_and_runs_none()
    {
        var (code, output, _) = await Automation.RunAsync("--tree");
        Assert.That(code, Is.Zero);
        Assert.That(
            output.Split(['\n', '├', '└', '─', '│', ' '], StringSplitOptions.RemoveEmptyEntries).Distinct(), Is.EquivalentTo(
            new Build.Targets.TargetCatalogue(typeof(BuildContext).Assembly).Targets.Select(target => target.Name)));
    }

    [Test]
    public async Task The_way_to_a_run_begins_with_the_credentials()
    {
        var (_, tree, _) = await Automation.RunAsync("--tree");
        Assert.That(tree, Does.Contain("""

            RunLoadTest
            └─Deploy
               ├─ValidateCredentials
               └─Push
                  ├─ValidateCredentials
                  └─Tag
                     ├─ValidateCredentials
                     └─Build

            """));
        var (code, order, _) = await Automation.RunAsync("--target=RunLoadTest", "--dryrun");
        Assert.That(code, Is.Zero);
        Assert.That(order, Does.Contain("\n1. ValidateCredentials\n2. Build\n3. Tag\n4. Push\n5. Deploy\n6. RunLoadTest\n"));
        Assert.That((await Automation.RunAsync("--target=Build", "--dryrun")).Output, Does.Contain("\n1. Build\n\n"), "a build needs no credentials");
    }

    [Test]
    public async Task A_dry_run_says_what_would_run_and_runs_nothing()
    {
        var (code, output, _) = await Automation.RunAsync("--target=Compile", "--dryrun");
        Assert.That((code, output), Is.EqualTo(
            (0, "Performing dry run...\nTargets are: Compile\n\n1. Compile\n\nThis was a dry run.\nNo tasks were actually executed.\n")));
    }

    [Test]
    public async Task Descriptions_version_and_help_are_shown_and_nothing_runs()
    {
        Assert.That((await Automation.RunAsync("--description")).Output, Does.Match(@"Format\s+Checks that every file is formatted"));
        Assert.That((await Automation.RunAsync("--version")).Output, Does.Match(@"^dynamodb-load-test \d+\.\d+\.\d+ \(Cake \d+\.\d+\.\d+\)\n$"));
        Assert.That((await Automation.RunAsync("--help", "--target=Clean")).Output, Does.StartWith("Usage: ./build.sh --target=TARGET"));
    }

    [Test]
    public async Task Output_holds_no_escape_codes_where_there_is_no_terminal()
    {
        var (_, output, error) = await Automation.RunAsync(WithoutCredentials);
        Assert.That(output + error, Does.Not.Contain('\u001b'));
    }
}
