using Build.Tests.Ecs.Support;
using LoadTest.Configuration.Problems;
using Newtonsoft.Json.Linq;

namespace Build.Tests.Ecs;

[TestFixture, Parallelizable]
internal sealed class LaunchTests : EcsTests
{
    private const string Endless = "while :; do sleep 0.05; done";

    [Test]
    public async Task Tasks_get_the_flags_as_their_command_and_the_runs_mark()
    {
        await using var lab = await LabAsync("echo \"$@\"");
        await lab.RunAsync();
        Assert.That(lab.Output, Does.Contain("run --run-id=r1 --tasks=1 --rate=5\n"));
        var asked = lab.Server.Of("ecs", "RunTask").Single().Json;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.GetProperty("startedBy").GetString(), Is.EqualTo("r1"));
            Assert.That(asked.GetProperty("networkConfiguration").GetProperty("awsvpcConfiguration").GetProperty("assignPublicIp").GetString(), Is.EqualTo("DISABLED"));
        }
    }

    [Test]
    public async Task Twenty_five_tasks_are_three_calls_each_with_a_token_of_its_own_and_an_index_each()
    {
        await using var lab = await LabAsync(GetReady + UntilStart);
        var end = await lab.RunAsync(tasks: 25);
        var calls = lab.Server.Of("ecs", "RunTask").Select(call => call.Json).ToList();
        var assignment = JObject.Parse((await lab.InBucketAsync("assignment.json"))!);
        var manifest = JObject.Parse((await lab.InBucketAsync("manifest.json"))!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(calls.Select(call => call.GetProperty("count").GetInt32()), Is.EquivalentTo([10, 10, 5]));
            Assert.That(calls.Select(call => call.GetProperty("clientToken").GetString()), Is.Unique);
            Assert.That(end.Codes, Has.Count.EqualTo(25).And.All.EqualTo(ExitCode.Passed));
            Assert.That(assignment["tasks"]!.Select(task => (int)task["index"]!), Is.EqualTo(Enumerable.Range(0, 25)));
            Assert.That(assignment["tasks"]!.Select(task => (string)task["arn"]!), Is.EquivalentTo(lab.Service.TaskIds.Select(id => "arn:aws:ecs:eu-central-1:123456789012:task/lab/" + id)));
            Assert.That(manifest["taskArns"]!.Select(arn => (string)arn!), Is.EqualTo(assignment["tasks"]!.Select(task => (string)task["arn"]!)));
            Assert.That((string)JObject.Parse((await lab.InBucketAsync("start.json"))!)["start"]!, Is.EqualTo((string)manifest["start"]!));
        }
    }

    [Test]
    public async Task What_is_missing_for_the_moment_is_asked_for_again_until_all_tasks_run()
    {
        await using var lab = await LabAsync("sleep 0.1");
        lab.Faults.FailedPlacements = 7;
        lab.Faults.ThrottledLaunches = 5;
        var end = await lab.RunAsync(tasks: 12);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.Codes, Has.Count.EqualTo(12).And.All.EqualTo(ExitCode.Passed));
            Assert.That(lab.Service.TaskIds, Has.Count.EqualTo(12), "none is started twice");
            Assert.That(lab.Output, Does.Contain("for the moment (Capacity is unavailable at this time"));
        }
    }

    [Test]
    public async Task A_lost_answer_starts_no_second_task()
    {
        await using var lab = await LabAsync("sleep 0.1");
        lab.Faults.LostAnswers = 1;
        var end = await lab.RunAsync(tasks: 3);
        Assert.That(lab.Service.TaskIds, Has.Count.EqualTo(3));
        Assert.That(end.States, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_launch_that_fails_half_way_leaves_no_task_running()
    {
        await using var lab = await LabAsync(Endless);
        lab.Faults.FailedPlacements = 1;
        lab.Faults.PlacementReason = "MISSING";
        var failure = (await Assert.ThrowsAsync<ProblemException>(() => lab.RunAsync(tasks: 15)))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Problems.Single().Code, Is.EqualTo(ErrorCodes.LaunchFailed));
            Assert.That(failure.Message, Does.Contain("MISSING"));
            Assert.That(lab.Service.LeftAlone, Is.Zero);
            Assert.That((int)JObject.Parse((await lab.InBucketAsync("manifest.json"))!)["exitCode"]!, Is.EqualTo(1));
        }
    }

    [TestCase("You've reached the limit on the number of vCPUs you can run concurrently", "LT0605")]
    [TestCase("Capacity is unavailable at this time.", "LT0606")]
    public async Task A_launch_that_never_succeeds_is_given_up_with_its_reason(string reason, string code)
    {
        await using var lab = await LabAsync(Endless);
        lab.Pace = lab.Pace with { Launching = TimeSpan.FromMilliseconds(150) };
        lab.Faults.FailedPlacements = int.MaxValue;
        lab.Faults.PlacementReason = reason;
        var failure = (await Assert.ThrowsAsync<ProblemException>(() => lab.RunAsync(tasks: 2)))!;
        Assert.That(failure.Problems.Single().Code.Id, Is.EqualTo(code));
        Assert.That(lab.Service.LeftAlone, Is.Zero);
    }

    [Test]
    public async Task Tasks_that_come_up_late_are_waited_for_and_all_begin_at_one_instant_after_the_last()
    {
        await using var lab = await LabAsync(GetReady + UntilStart);
        lab.Faults.LateBy = task => task == 2 ? TimeSpan.FromSeconds(1) : TimeSpan.Zero;
        lab.Faults.InvisibleFor = TimeSpan.FromMilliseconds(150);
        var end = await lab.RunAsync(tasks: 3);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.Manifest.Start - end.Manifest.CreatedAt, Is.GreaterThan(TimeSpan.FromSeconds(1.2)));
            Assert.That(lab.Output, Does.Contain("waiting for the tasks to run (not yet: 0002): 1 PENDING, 2 RUNNING"));
            Assert.That(end.Codes, Is.All.EqualTo(ExitCode.Passed));
        }
    }

    [Test]
    public async Task Tasks_that_prepare_for_long_are_named_and_waited_for_and_those_that_end_before_are_not()
    {
        // One of three fails while it prepares, one takes its time.
        await using var lab = await LabAsync("mkdir \"$SHARED/broken\" 2>/dev/null && exit 1; mkdir \"$SHARED/slow\" 2>/dev/null && sleep 1.5; " + GetReady + UntilStart);
        var end = await lab.RunAsync(tasks: 3);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lab.Output, Does.Match(@"waiting for the tasks to get ready \(not yet: 000[012]\)"));
            Assert.That(lab.Output, Does.Contain("2 of 3 tasks are ready, and the others have ended: the load begins at"));
            Assert.That(end.Manifest.Start - end.Manifest.CreatedAt, Is.GreaterThan(TimeSpan.FromSeconds(1.5)));
            Assert.That(end.Codes.Order(), Is.EqualTo(new[] { ExitCode.Passed, ExitCode.Passed, ExitCode.Failed }));
        }
    }

    [Test]
    public async Task A_run_whose_id_is_taken_is_refused_before_anything_is_started()
    {
        await using var lab = await LabAsync("true");
        await lab.RunAsync();
        var failure = (await Assert.ThrowsAsync<ProblemException>(() => lab.RunAsync()))!;
        Assert.That(failure.Problems.Single().Code, Is.EqualTo(ErrorCodes.RunIdTaken));
        Assert.That(lab.Service.TaskIds, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_detached_run_is_left_alone_once_its_start_was_written()
    {
        await using var lab = await LabAsync(GetReady + Endless);
        var end = await lab.RunAsync(tasks: 2, detach: true);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.IsDetached);
            Assert.That(lab.Service.LeftAlone, Is.EqualTo(2));
            Assert.That(await lab.InBucketAsync("start.json"), Is.Not.Null);
        }
    }
}
