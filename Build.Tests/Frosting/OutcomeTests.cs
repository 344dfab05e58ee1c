namespace Build.Tests.Frosting;

[TestFixture]
internal sealed class OutcomeTests
{
    [Test]
    public void An_error_goes_to_standard_error_without_its_stack()
    {
        var run = HostRun.Of([typeof(Fails)], ["--target=Fails"]);
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Error, Does.Contain("Error: the disk is full").And.Not.Contains("   at "));
            Assert.That(run.Output, Does.Not.Contain("the disk is full"));
            Assert.That(run.Notes, Is.EqualTo(["finally"]));
        });
    }

    [Test]
    public void Diagnostic_verbosity_shows_the_stack() =>
        Assert.That(HostRun.Of([typeof(Fails)], ["--target=Fails", "--verbosity=diagnostic"]).Error, Does.Contain("   at "));

    [Test]
    public void A_failed_task_exits_with_1_whatever_code_its_exception_carries()
    {
        var run = HostRun.Of([typeof(FailsWithCode)], ["--target=FailsWithCode"]);
        Assert.That(run.ExitCode, Is.EqualTo(1), "the engine wraps the exception in a report, and the code is lost there");
        Assert.That(run.Error, Does.Contain("Error: no such account"));
    }

    [Test]
    public void The_report_is_printed_after_a_failure_too()
    {
        var run = HostRun.Of([typeof(Compile), typeof(FailsAfterCompile)], ["--target=FailsAfterCompile"]);
        Assert.That(run.Output, Does.Match(@"Compile\s+\S+\s+Succeeded").And.Match(@"FailsAfterCompile\s+\S+\s+Failed"));
    }

    [Test]
    public void No_report_is_printed_when_none_is_wanted() =>
        Assert.That(HostRun.Of([typeof(Compile)], ["--target=Compile", "--noreport"]).Output, Does.Not.Contain("Succeeded"));

    [Test]
    public void An_overridden_error_handler_recovers_and_an_inherited_one_does_not_swallow()
    {
        var recovered = HostRun.Of([typeof(Recovers)], ["--target=Recovers"]);
        Assert.That((recovered.ExitCode, recovered.Notes[0]), Is.EqualTo((0, "handled lost")));
        Assert.That(HostRun.Of([typeof(FailsWithCode)], ["--target=FailsWithCode"]).ExitCode, Is.Not.Zero);
    }

    [Test]
    public void Continue_on_error_lets_the_next_task_run()
    {
        var run = HostRun.Of([typeof(FailsQuietly), typeof(GoesOn)], ["--target=GoesOn"]);
        Assert.That((run.ExitCode, run.Notes[0]), Is.EqualTo((0, "GoesOn")));
    }

    [Test]
    public void A_criterion_that_is_false_skips_a_dependency_and_shows_why()
    {
        var run = HostRun.Of([typeof(Unneeded), typeof(NeedsUnneeded)], ["--target=NeedsUnneeded"]);
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero);
            Assert.That(run.Notes, Is.EqualTo(["NeedsUnneeded"]));
            Assert.That(run.Output, Does.Match(@"Unneeded\s+-\s+Skipped\s+nothing changed"));
        });
    }

    [Test]
    public void A_criterion_that_is_false_on_the_target_itself_is_an_error()
    {
        var run = HostRun.Of([typeof(Unneeded)], ["--target=Unneeded"]);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("Could not reach target 'Unneeded' since it was skipped"));
    }

    [Test]
    public void A_task_that_overrides_nothing_only_gathers_dependencies()
    {
        var run = HostRun.Of([typeof(Empty)], ["--target=Empty"]);
        Assert.That(run.Output, Does.Match(@"Empty\s+\S+\s+Succeeded"));
        Assert.That(run.ExitCode, Is.Zero);
    }

    [Test]
    public void A_dry_run_names_the_tasks_and_runs_none_but_asks_setup_and_criteria()
    {
        var run = HostRun.Of(
            [typeof(Compile), typeof(Check)], ["--target=Check", "--dryrun"], host => Cake.Frosting.CakeHostExtensions.UseLifetime<Lifetime>(host));
        Assert.Multiple(() =>
        {
            Assert.That(run.Output, Does.Contain("1. Compile").And.Contains("2. Check").And.Contains("This was a dry run."));
            Assert.That(run.Notes, Is.EqualTo(["setup Check", "teardown"]));
        });
    }

    [Test]
    public void The_tree_shows_dependencies_below_their_task()
    {
        var run = HostRun.Of([typeof(Default), typeof(Compile), typeof(Check)], ["--tree"]);
        Assert.That(run.Output, Does.Contain("Check\n└─Compile"));
        Assert.That(run.Notes, Is.Empty);
    }

    [Test]
    public void Descriptions_are_shown_for_each_task()
    {
        var run = HostRun.Of([typeof(Default), typeof(Compile)], ["--description"]);
        Assert.That(run.Output, Does.Match(@"Compile\s+Compiles everything\."));
        Assert.That(run.Notes, Is.Empty);
    }
}
