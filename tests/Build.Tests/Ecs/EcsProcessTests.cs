using Build.Tests.Ecs.Support;
using Newtonsoft.Json.Linq;

namespace Build.Tests.Ecs;

/// <summary>The automation as a process, with signals that are real ones.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
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
        var (code, output, error) = await account.RunAsync([.. Run, "--spot"], ("TOTAL_ITEMS", "5"));
        var asked = account.Server.Of("ecs", "RunTask").Single().Json;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.Zero, output + error);
            Assert.That(output, Does.Contain("plan: plan --run-id=monday --tasks=1 --rate=5 --duration=10s\n{\"TableName\":\"lab-dynamodb-load-test\",\"TotalItems\":\"777\"}{\"ItemSize\":\"2048\"}"));
            Assert.That(output, Does.Contain("deployed settings count, and differ from local ones: TotalItems is 777 and not 5 (environment variable TOTAL_ITEMS)"));
            Assert.That(output, Does.Contain("working: run --run-id=monday --tasks=1 --rate=5 --duration=10s"));
            Assert.That(output, Does.Contain($"console.aws.amazon.com/cloudwatch/home?region={account.Region}#logsV2:log-groups/log-group/$252Fecs$252Flab"));
            Assert.That(output, Does.Contain("merge: merge --run-folder=").And.Contain("record of whole"));
            Assert.That(asked.GetProperty("capacityProviderStrategy")[0].GetProperty("capacityProvider").GetString(), Is.EqualTo("FARGATE_SPOT"));
            Assert.That(asked.TryGetProperty("launchType", out _), Is.False, "ECS allows one of the two");
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
        var stopped = await account.RunAsync(["--target=Stop", "--run=monday", "--output=json"]);
        var report = await account.RunAsync(["--target=Report", "--run=monday", "--output=json"]);
        var again = await account.RunAsync(["--target=Runs", "--output=json"]);
        var run = Result(report.Output, "run");
        var last = Result(again.Output, "runs")[0]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(left.ExitCode, Is.Zero, left.Error);
            Assert.That(left.Output, Does.Contain("./build.sh --target=Report --environment=lab --run=monday"));
            Assert.That(listed.Output, Does.Contain("1 of 1 tasks run  --rate=5 --duration=10s"));
            Assert.That(stopped.Error, Does.Contain("told 1 task of run monday to stop"));
            Assert.That(Result(stopped.Output, "stopped")["tasks"]!.Select(task => (string?)task), Is.EqualTo(new[] { $"arn:aws:ecs:{account.Region}:123456789012:task/lab/{account.Ecs.TaskIds[0]}" }));
            Assert.That(report.Error, Does.Contain("working: run").And.Contain("record of partial"));
            Assert.That(report.ExitCode, Is.Zero, report.Error);
            Assert.That(((string?)run["verdict"], (int)run["exitCode"]!, (string?)run["summary"]), Is.EqualTo(("passed", 0, account.Repository.Combine("artifacts", "runs", "monday", "summary.json"))));
            Assert.That(((string?)last["runId"], (string?)last["state"], (int)last["exitCode"]!), Is.EqualTo(("monday", "ended with 0 (passed)", 0)));
        }
    }

    [Test]
    public async Task Logs_of_a_run_that_goes_on_and_of_one_that_is_over_are_shown_and_no_other_is_known()
    {
        await using var account = await AccountAsync("until [ -e \"$SHARED/over\" ]; do sleep 0.05; done\n" + Script.Replace("echo", "echo 'line 1'; echo", StringComparison.Ordinal));
        await using var going = await AccountAsync("echo begun\nwhile :; do sleep 0.05; done");
        await going.RunAsync([.. Run, "--detach"]);
        await account.RunAsync([.. Run, "--detach"]);
        using (var logs = going.Start(["--target=Logs", "--run=monday"]))
        {
            await logs.UntilOutputAsync("begun");
            logs.Signal("INT");
            Assert.That(await logs.ExitAsync(), Is.EqualTo(130), logs.Error);
            Assert.That(going.Ecs.LeftAlone, Is.EqualTo(1), "to look at a run does it no harm");
        }

        await File.WriteAllTextAsync(Path.Combine(account.Environment["SHARED"], "over"), "");
        var over = await account.RunAsync(["--target=Logs", "--run=monday", "--output=json"]);
        var unknown = await account.RunAsync(["--target=Logs", "--run=sunday"]);
        var log = (string)Result(over.Output, "logs")["tasks"]![0]!["log"]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(over.ExitCode, Is.Zero, over.Error);
            // That the task has stopped is said as soon as it is known, also between two lines of its log.
            Assert.That(string.Join('\n', over.Error.Split('\n').Where(line => !line.StartsWith("task ", StringComparison.Ordinal))), Does.Contain("line 1\nworking: run --run-id=monday"));
            Assert.That(File.ReadAllLines(log), Has.Length.EqualTo(2));
            Assert.That(unknown.ExitCode, Is.EqualTo(2));
            Assert.That(unknown.Error, Does.Contain("LT0621 there is no run sunday"));
        }
    }

    [Test]
    public async Task A_signal_while_results_are_fetched_leaves_the_run_as_it_is()
    {
        await using var account = await AccountAsync(Script);
        var front = await account.GivenFrontAsync();
        front.Holds = (method, target) => method == "GET" && target.EndsWith("run.record", StringComparison.Ordinal);
        using var run = account.Start(Run);
        while (front.Held == 0) await System.Threading.Tasks.Task.Delay(20);
        run.Signal("INT");
        Assert.That(await run.ExitAsync(), Is.EqualTo(130), run.Error);
        Assert.That(run.Error, Does.Contain("the report is made with: ./build.sh --target=Report --environment=lab --run=monday"));
        Assert.That(front.Changes, Does.Not.Contain($"PUT {account.Runs}/monday/report/summary.json"));
    }

    [Test]
    public async Task A_signal_while_results_are_merged_leaves_them_to_be_reported_later()
    {
        await using var account = await AccountAsync(Script);
        using (var run = account.Start(Run, ("MERGE_WAITS", "1")))
        {
            await run.UntilOutputAsync("merge: ");
            run.Signal("INT");
            Assert.That(await run.ExitAsync(), Is.EqualTo(130), run.Error);
            Assert.That(run.Error, Does.Contain("the report is made with: ./build.sh --target=Report --environment=lab --run=monday"));
        }

        account.Repository.DeleteRuns();
        var report = await account.RunAsync(["--target=Report", "--run=monday"]);
        Assert.That(report.ExitCode, Is.Zero, report.Error);
        Assert.That(report.Output, Does.Contain("record of whole"));
    }

    [Test]
    public async Task Where_the_results_cannot_be_fetched_the_report_is_made_of_what_the_logs_hold()
    {
        await using var account = await AccountAsync(Script.Replace("echo", "echo LT-RESULT 1/1 text; echo", StringComparison.Ordinal));
        var front = await account.GivenFrontAsync();
        front.Refuses = (_, target) => target.Contains("workers", StringComparison.Ordinal);
        var (code, output, error) = await account.RunAsync(Run);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(4), "the worst that was found: a permission is missing");
            Assert.That(error, Does.Contain("LT0302 ").And.Contain("the results could not be fetched: the report is made of those that are here, or in the tasks' logs"));
            Assert.That(output, Does.Contain("merge: merge --run-folder=").And.Not.Contain("record of"));
            Assert.That(File.ReadAllText(account.Repository.Combine("artifacts", "runs", "monday", "workers", "0000", "task.log")), Does.StartWith("LT-RESULT 1/1 text\n"));
        }
    }

    [Test]
    public async Task A_bucket_that_cannot_be_read_refuses_the_run_before_anything_is_started()
    {
        await using var account = await AccountAsync(Script);
        (await account.GivenFrontAsync()).Refuses = (_, _) => true;
        var (code, _, error) = await account.RunAsync(Run);
        Assert.That(code, Is.EqualTo(4));
        Assert.That(error, Does.Contain("LT0302 ").And.Contain("read the manifest of run monday"));
        Assert.That(account.Ecs.TaskIds, Is.Empty);
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
            Assert.That(error, Does.Match(@"LT0602 1000 tasks need as many addresses, and the subnets subnet-\w+ have \d+ left"));
            Assert.That(account.Ecs.TaskIds, Is.Empty);
        }
    }

    [Test]
    public async Task A_search_by_thresholds_that_no_task_can_judge_is_refused_before_anything_is_started()
    {
        await using var account = await AccountAsync(Script);
        var (code, _, error) = await account.RunAsync([.. Run, "--find-max", "--thresholds=p99<=110%", "--baseline=before"]);
        Assert.That(code, Is.EqualTo(2), error);
        Assert.That(error, Does.Contain("LT0114 a search in ECS cannot judge threshold p99<=110%"));
        Assert.That(account.Ecs.TaskIds, Is.Empty);
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

    private static JToken Result(string document, string name) => JObject.Parse(document)["results"]![name]!;
}
