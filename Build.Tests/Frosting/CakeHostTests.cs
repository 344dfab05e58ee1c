using Cake.Cli;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;

namespace Build.Tests.Frosting;

[TestFixture]
internal sealed class CakeHostTests
{
    private static readonly Type[] Pipeline = [typeof(Default), typeof(Compile), typeof(Check), typeof(Pack)];

    [Test]
    public void Without_a_target_the_default_runs() =>
        Assert.That(HostRun.Of(Pipeline, []), Has.Property(nameof(HostRun.ExitCode)).EqualTo(0).And.Property(nameof(HostRun.Notes)).EqualTo(new[] { "Default" }));

    [Test]
    public void A_target_is_found_whatever_its_case() =>
        Assert.That(HostRun.Of(Pipeline, ["--target=COMPILE"]).Notes, Is.EqualTo(["Compile"]));

    [Test]
    public void An_unknown_target_is_an_error()
    {
        var run = HostRun.Of(Pipeline, ["--target=Compil"]);
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Error, Does.Contain("The target 'Compil' was not found."));
        });
    }

    [Test]
    public void A_task_takes_the_name_of_its_class_unless_it_is_given_one() =>
        Assert.That(HostRun.Of(Pipeline, ["--target=pack-it"]).Notes, Is.EqualTo(["Compile", "Check", "Pack"]));

    [Test]
    public void A_dependency_runs_first_and_exclusive_leaves_it_out()
    {
        Assert.That(HostRun.Of(Pipeline, ["--target=Check"]).Notes, Is.EqualTo(["Compile", "Check"]));
        Assert.That(HostRun.Of(Pipeline, ["--target=Check", "--exclusive"]).Notes, Is.EqualTo(["Check"]));
    }

    [Test]
    public void A_reverse_dependency_runs_first() =>
        Assert.That(HostRun.Of([.. Pipeline, typeof(Restore)], ["--target=Check"]).Notes, Is.EqualTo(["Restore", "Compile", "Check"]));

    [Test]
    public void A_dependency_that_is_no_task_is_an_error()
    {
        var run = HostRun.Of([typeof(DependsOnNoTask)], ["--target=DependsOnNoTask"]);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, "Error: The dependency 'String' is not a valid task.\n")));
    }

    [Test]
    public void Several_targets_run_what_they_share_once() =>
        Assert.That(HostRun.Of(Pipeline, ["--target=pack-it", "--target=Check"]).Notes, Is.EqualTo(["Compile", "Check", "Pack"]));

    [Test]
    public void Only_public_tasks_of_an_assembly_are_found()
    {
        var run = HostRun.Of([], ["--description"], host => host.AddAssembly(typeof(PublicTask).Assembly));
        Assert.Multiple(() =>
        {
            Assert.That(run.Output, Does.Contain("PublicTask").And.Contains("Found by the host."));
            Assert.That(run.Output, Does.Not.Contain("Compile").And.Not.Contains("AbstractTask"));
        });
    }

    [Test]
    public void An_argument_that_is_not_the_hosts_own_becomes_an_argument_of_the_context() =>
        Assert.That(HostRun.Of([typeof(ReadsArgument)], ["--target=ReadsArgument", "--colour=blue"]).Notes, Is.EqualTo(["blue"]));

    [Test]
    public void A_task_is_given_the_context_that_the_build_registered() =>
        Assert.That(HostRun.Of([typeof(Greets)], ["--target=Greets"], host => host.UseContext<OwnContext>()).Notes, Is.EqualTo(["hello"]));

    [Test]
    public void A_task_for_another_context_is_left_out_with_a_warning()
    {
        var run = HostRun.Of([typeof(Greets)], ["--target=Greets"]);
        Assert.That(run.Output, Does.Contain("Task cannot be used since the context isn't convertible to Build.Tests.Frosting.OwnContext."));
        Assert.That(run.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public void Setup_and_teardown_enclose_the_tasks() =>
        Assert.That(
            HostRun.Of(Pipeline, [], host => host.UseLifetime<Lifetime>()).Notes,
            Is.EqualTo(["setup Default", "Default", "teardown"]));

    [Test]
    public void Teardown_runs_after_a_failure_and_is_told_of_it() =>
        Assert.That(
            HostRun.Of([typeof(Fails)], ["--target=Fails"], host => host.UseLifetime<Lifetime>()).Notes,
            Is.EqualTo(["setup Fails", "finally", "teardown after the disk is full"]));

    [Test]
    public void A_working_directory_that_is_not_there_is_an_error()
    {
        var run = HostRun.Of(Pipeline, [], host => host.UseWorkingDirectory("/no/such/folder"));
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, "Error: The working directory '/no/such/folder' does not exist.\n")));
    }

    [Test]
    public void The_version_is_that_of_the_registered_resolver_and_nothing_runs()
    {
        var run = HostRun.Of(
            Pipeline, ["--version"], host => host.ConfigureServices(services => services.AddSingleton<IVersionResolver, FixedVersion>()));
        Assert.That((run.ExitCode, run.Output, run.Notes.Count), Is.EqualTo((0, "1.2.3\n", 0)));
    }

    private sealed class FixedVersion : IVersionResolver
    {
        public string GetVersion() => "1.2.3";

        public string GetProductVersion() => "1.2.3";
    }
}

/// <summary>Found by the host, as it is public.</summary>
[TaskDescription("Found by the host.")]
public sealed class PublicTask : FrostingTask;

/// <summary>Not found: it is abstract.</summary>
public abstract class AbstractTask : FrostingTask;
