using Build.Tests.Ecs.Support;

namespace Build.Tests.Ecs;

/// <summary>The automation as a process, with signals that are real ones.</summary>
[TestFixture, Parallelizable]
internal sealed class EcsProcessTests : EcsTests
{
    private static readonly string[] Run = ["--target=RunLoadTest", "--run-id=monday", "--rate=5", "--duration=10s"];

    // Like the program: work, and a result in the bucket at the end, also after SIGTERM.
    private const string Script = """
        upload() { curl -s -o /dev/null -X PUT -H 'Content-Type: application/octet-stream' --data-binary "record of $1" "$RUNS/monday/workers/0000/run.record"; }
        trap 'upload partial; exit 143' TERM
        echo "working: $@"
        i=0; while [ $i -lt ${STEPS:-10} ]; do sleep 0.05; i=$((i+1)); done
        upload whole
        """;

    [Test]
    public async Task A_run_shows_its_plan_and_logs_and_ends_with_the_merged_report()
    {
        await using var account = await AccountAsync(Script);
        var (code, output, error) = await account.RunAsync(Run, ("TOTAL_ITEMS", "5"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.Zero, output + error);
            Assert.That(output, Does.Contain("plan: plan --run-id=monday --tasks=1 --rate=5 --duration=10s\n{\"TableName\":\"lab-dynamodb-load-test\",\"TotalItems\":\"777\"}{\"ItemSize\":\"2048\"}"));
            Assert.That(output, Does.Contain("deployed settings count, and differ from local ones: TotalItems is 777 and not 5 (environment variable TOTAL_ITEMS)"));
            Assert.That(output, Does.Contain("working: run --run-id=monday --tasks=1 --rate=5 --duration=10s"));
            Assert.That(output, Does.Contain("console.aws.amazon.com/cloudwatch/home?region=us-east-1#logsV2:log-groups/log-group/$252Fecs$252Flab"));
            Assert.That(output, Does.Contain("merge: merge --run-folder=").And.Contain("record of whole"));
        }
    }

    [TestCase("3", 3)]
    [TestCase("1", 1)]
    public async Task The_merge_judges_the_run(string merge, int expected)
    {
        await using var account = await AccountAsync(Script);
        Assert.That((await account.RunAsync(Run, ("MERGE_CODE", merge))).ExitCode, Is.EqualTo(expected));
    }

    [TestCase("INT", 130)]
    [TestCase("TERM", 143)]
    public async Task A_signal_stops_the_tasks_and_reports_what_they_did(string signal, int expected)
    {
        await using var account = await AccountAsync("STEPS=1000\n" + Script);
        using var run = account.Start(Run);
        await run.UntilOutputAsync("working: ");
        run.Signal(signal);
        Assert.That(await run.ExitAsync(), Is.EqualTo(expected), run.Error);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Output, Does.Contain("record of partial"));
            Assert.That(account.Ecs.Alive, Is.Zero);
        }
    }

    [Test]
    public async Task A_second_signal_leaves_at_once_and_says_how_to_stop_what_runs()
    {
        await using var account = await AccountAsync("trap '' TERM; STEPS=1000\n" + Script.Replace("trap 'upload partial; exit 143' TERM", "", StringComparison.Ordinal));
        using (var run = account.Start(Run))
        {
            await run.UntilOutputAsync("working: ");
            run.Signal("INT");
            await System.Threading.Tasks.Task.Delay(700);
            run.Signal("INT");
            Assert.That(await run.ExitAsync(), Is.EqualTo(130));
            Assert.That(run.Error, Does.Contain("./build.sh --target=Stop --environment=lab --run=monday"));
        }

        account.Repository.DeleteRuns();
        Assert.That((await account.RunAsync(["--target=Runs"])).Output, Does.Match("monday  .* 1 task .*"));
    }

    [Test]
    public async Task A_detached_run_is_listed_stopped_and_reported_from_elsewhere()
    {
        await using var account = await AccountAsync("STEPS=1000\n" + Script);
        var left = await account.RunAsync([.. Run, "--detach"]);
        account.Repository.DeleteRuns();
        var listed = await account.RunAsync(["--target=Runs"]);
        var stopped = await account.RunAsync(["--target=Stop", "--run=monday"]);
        var report = await account.RunAsync(["--target=Report", "--run=monday"]);
        var again = await account.RunAsync(["--target=Runs"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(left.ExitCode, Is.Zero, left.Error);
            Assert.That(left.Output, Does.Contain("./build.sh --target=Report --environment=lab --run=monday"));
            Assert.That(listed.Output, Does.Contain("1 of 1 tasks run  --rate=5 --duration=10s"));
            Assert.That(stopped.Output, Does.Contain("told 1 task of run monday to stop"));
            Assert.That(report.Output, Does.Contain("working: run").And.Contain("record of partial"));
            Assert.That(report.ExitCode, Is.Zero, report.Error);
            Assert.That(again.Output, Does.Contain("ended with 0 (passed)"));
        }
    }

    [Test]
    public async Task Every_check_is_made_before_anything_is_started_and_all_that_is_wrong_is_said_at_once()
    {
        await using var account = await AccountAsync(Script, EcsAccount.MissingImage);
        await account.UntagTableAsync();
        var (code, output, error) = await account.RunAsync(["--target=RunLoadTest", "--tasks=1000"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(2), output);
            Assert.That(error, Does.Contain("LT0601 ").And.Contain("LT0202 "));
            Assert.That(account.Ecs.TaskIds, Is.Empty);
        }
    }

    [Test]
    public async Task A_plan_that_is_refused_ends_the_run_before_it_begins()
    {
        await using var account = await AccountAsync(Script);
        Assert.That((await account.RunAsync(Run, ("PLAN_CODE", "5"))).ExitCode, Is.EqualTo(5));
        Assert.That(account.Ecs.TaskIds, Is.Empty);
    }

    [Test]
    public async Task Two_runs_on_one_table_are_refused()
    {
        await using var account = await AccountAsync("STEPS=1000\n" + Script);
        await account.RunAsync([.. Run, "--detach"]);
        var (code, _, error) = await account.RunAsync(["--target=RunLoadTest", "--run-id=tuesday"]);
        Assert.That(code, Is.EqualTo(5));
        Assert.That(error, Does.Contain("LT0603 another run uses the table of environment lab: monday").And.Contain("--target=Stop --environment=lab --run=monday"));
    }
}
