using Build.Tests.Ecs.Support;
using LoadTest.Configuration.Problems;
using StandIns.Ecs;

namespace Build.Tests.Ecs;

[TestFixture, Parallelizable]
internal sealed class EndingTests : EcsTests
{
    private const string Endless = "trap 'exit 143' TERM; while :; do sleep 0.05; done";
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);

    [TestCase(TaskFault.ImagePull, "LT0611", ExitCode.Failed)]
    [TestCase(TaskFault.ResourceInitialization, "LT0612", ExitCode.Failed)]
    [TestCase(TaskFault.NoCapacity, "LT0606", ExitCode.Failed)]
    [TestCase(TaskFault.Killed, "LT0615", ExitCode.Failed)]
    [TestCase(TaskFault.OutOfMemory, "LT0613", ExitCode.Failed)]
    [TestCase(TaskFault.SpotInterruption, "LT0614", ExitCode.Terminated)]
    [TestCase(TaskFault.NoExitCode, "LT0619", ExitCode.Failed)]
    public async Task A_task_that_ends_badly_is_explained_and_the_others_go_on(TaskFault fault, string code, ExitCode counts)
    {
        await using var lab = await LabAsync("trap 'exit 143' TERM; echo working; for i in 1 2 3 4 5 6 7 8 9 10; do sleep 0.1; done; echo done");
        lab.Faults.Given(1, fault, Soon);
        var end = await lab.RunAsync(tasks: 2);
        var bad = lab.Service.TaskIds[1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.Codes.Order(), Is.EqualTo(new[] { ExitCode.Passed, counts }.Order()));
            Assert.That(lab.Error, Does.StartWith(code + " task ").And.Contain(bad).And.Contain("  fix: "));
            Assert.That(lab.Error.Split("\nLT"), Has.Length.EqualTo(1), "the other one is all right");
        }
    }

    [Test]
    public async Task A_bad_end_is_said_while_the_others_still_run()
    {
        await using var lab = await LabAsync(Endless);
        lab.Faults.Given(0, TaskFault.Killed, Soon);
        using var stop = new CancellationTokenSource();
        var run = lab.RunAsync(tasks: 2, stop: stop.Token);
        while (!lab.Error.Contains("LT0615", StringComparison.Ordinal)) await Task.Delay(20);
        Assert.That(lab.Service.LeftAlone, Is.EqualTo(1));
        await stop.CancelAsync();
        await run;
    }

    [Test]
    public async Task With_fail_fast_one_bad_end_stops_all()
    {
        await using var lab = await LabAsync(Endless);
        lab.Faults.Given(0, TaskFault.Killed, Soon);
        var end = await lab.RunAsync(tasks: 3, failFast: true);
        Assert.That(end.Codes.Order(), Is.EqualTo(new[] { ExitCode.Passed, ExitCode.Passed, ExitCode.Failed }));
        Assert.That(lab.Service.LeftAlone, Is.Zero);
    }

    [Test]
    public async Task The_exit_codes_are_the_tasks_own()
    {
        await using var lab = await LabAsync("exit 5");
        var end = await lab.RunAsync();
        Assert.That(end.Codes, Is.EqualTo(new[] { ExitCode.GuardRefused }));
    }

    [Test]
    public async Task Tasks_that_all_die_before_the_start_end_the_run()
    {
        await using var lab = await LabAsync("true");
        lab.Faults.Given(0, TaskFault.ImagePull);
        lab.Faults.Given(1, TaskFault.ImagePull);
        var end = await lab.RunAsync(tasks: 2);
        Assert.That(end.Codes, Is.EqualTo(new[] { ExitCode.Failed, ExitCode.Failed }));
        Assert.That(await lab.InBucketAsync("assignment.json"), Is.Null);
    }
}
