using Build.Tests.Ecs.Support;
using LoadTest.Configuration.Problems;

namespace Build.Tests.Ecs;

/// <summary>Whenever a run is stopped, no task is left running.</summary>
[TestFixture]
internal sealed class InterruptionTests : EcsTests
{
    // Like the program: SIGTERM, and a partial result is written before the end.
    private const string Program = "trap 'echo partial result; exit 143' TERM; echo working; while :; do sleep 0.05; done";

    [Test]
    public async Task Before_the_launch_nothing_is_started()
    {
        await using var lab = await LabAsync(Program);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        Assert.That(() => lab.RunAsync(tasks: 3, stop: stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(lab.Service.TaskIds, Is.Empty);
    }

    [Test]
    public async Task In_the_middle_of_the_launch_what_was_started_is_stopped()
    {
        await using var lab = await LabAsync(Program);
        lab.Faults.Room = 14;
        using var stop = new CancellationTokenSource();
        var run = lab.RunAsync(tasks: 30, stop: stop.Token);
        while (lab.Service.TaskIds.Count < 14) await Task.Delay(5);
        await stop.CancelAsync();
        var end = await run;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.States, Is.Empty);
            Assert.That(lab.Service.TaskIds, Has.Count.EqualTo(14));
            Assert.That(lab.Service.LeftAlone, Is.Zero);
        }
    }

    [Test]
    public async Task While_tasks_are_waited_for_all_are_stopped()
    {
        await using var lab = await LabAsync(Program);
        lab.Faults.LateBy = task => task == 0 ? TimeSpan.FromMinutes(5) : TimeSpan.Zero;
        var end = await StopWhenAsync(lab, "1 PENDING, 2 RUNNING");
        Assert.That(end.Codes, Has.Count.EqualTo(3));
        Assert.That(lab.Service.Alive, Is.Zero);
    }

    [Test]
    public async Task While_the_load_runs_the_tasks_stop_and_what_they_still_say_is_kept()
    {
        await using var lab = await LabAsync(Program);
        var end = await StopWhenAsync(lab, "[0002] working");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.Codes, Has.Count.EqualTo(3).And.All.EqualTo(ExitCode.Passed), "to be stopped is no fault of a task");
            Assert.That(lab.LogOf(0), Does.Contain("partial result"));
            Assert.That(lab.Service.Alive, Is.Zero);
            Assert.That(lab.Error, Is.Empty);
        }
    }

    [Test]
    public async Task While_the_logs_are_drained_nothing_is_lost()
    {
        await using var lab = await LabAsync("echo done");
        lab.Pace = lab.Pace with { Drain = TimeSpan.FromSeconds(1.5) };
        var end = await StopWhenAsync(lab, "tasks: 3 STOPPED");
        Assert.That(end.Codes, Is.EqualTo(new[] { ExitCode.Passed, ExitCode.Passed, ExitCode.Passed }));
        Assert.That(lab.LogOf(2), Is.EqualTo(new[] { "done" }));
    }

    private static async Task<Build.Ecs.TaskRunEnd> StopWhenAsync(EcsLab lab, string shown)
    {
        using var stop = new CancellationTokenSource();
        var run = lab.RunAsync(tasks: 3, stop: stop.Token);
        while (!lab.Output.Contains(shown, StringComparison.Ordinal))
        {
            if (run.IsCompleted) Assert.Fail($"it ended before: {lab.Output}{lab.Error}");
            await Task.Delay(10);
        }

        await stop.CancelAsync();
        return await run;
    }
}
