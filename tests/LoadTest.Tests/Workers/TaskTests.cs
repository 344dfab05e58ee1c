using System.Text.Json;
using Amazon.S3.Model;
using LoadTest.Tests.Cli;
using StandIns.Wire;
using TestSupport;

namespace LoadTest.Tests.Workers;

/// <summary>The built program as tasks of ECS.</summary>
[Category("Slow"), Parallelizable]
public sealed class TaskTests
{
    private EcsLab _lab = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _lab = await EcsLab.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_lab is not null) await _lab.DisposeAsync();
    }

    [Test]
    public async Task A_task_by_itself_takes_its_settings_from_all_pages_of_ssm_and_leaves_its_results_in_the_bucket()
    {
        // A page of the parameter store holds ten.
        await _lab.GivenSettingsAsync([("total-items", "123"), ("concurrency-limit", "4"), .. Enumerable.Range(0, 12).Select(i => ($"z{i:D2}/more", "nothing"))]);
        using var task = _lab.Start(0, ["--run-id=alone"]);
        var code = await task.ExitAsync();
        var summary = await SummaryAsync("runs/alone/workers/0000/summary.json");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.Zero, task.Error);
            Assert.That(summary.GetProperty("operations")[0].GetProperty("attempted").GetInt64(), Is.EqualTo(123));
            Assert.That(Setting(summary, "TotalItems"), Is.EqualTo(("123", "SSM parameter /load-test/total-items")));
            Assert.That(await KeysAsync("alone"), Is.SupersetOf(new[] { "run.record", "summary.json", "report.md", "timeseries.csv", "latency.hlog" }));
            Assert.That(Path.Combine(_lab.Temporary(0), "runs", "alone", "run.record"), Does.Exist, "below the temporary folder");
            Assert.That(_lab.Container.Of("", "GET /credentials"), Is.Not.Empty, "the task's own role");
        }
    }

    [Test]
    public async Task Tasks_begin_together_and_offer_together_what_one_would()
    {
        string[] flags = ["--run-id=three", "--tasks=3", "--rate=100", "--duration=2s", "--operation-mix=put=2,get=1", "--duplicate-percentage=10", "--preload-items=30"];
        StartedProcess[] tasks = [.. Enumerable.Range(0, 3).Select(task => _lab.Start(task, flags))];
        foreach (var task in tasks) await task.UntilOutputAsync("waiting for s3://results-of-tests/runs/three/assignment.json");
        await _lab.AssignAsync("three", 3);
        await _lab.StartAsync("three", TimeSpan.FromSeconds(3), 3);
        var codes = await Task.WhenAll(tasks.Select(task => task.ExitAsync()));
        var errors = string.Concat(tasks.Select(task => task.Error));
        foreach (var task in tasks) task.Dispose();

        var (merged, folder) = await _lab.MergeAsync("three");
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "summary.json")));
        var operations = json.RootElement.GetProperty("operations").EnumerateArray().ToDictionary(operation => operation.GetProperty("name").GetString()!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(codes, Is.All.Zero, errors);
            Assert.That(merged.ExitCode, Is.Zero, merged.Error);
            Assert.That(json.RootElement.GetProperty("offered").GetProperty("operations").GetInt64(), Is.EqualTo(200));
            Assert.That(json.RootElement.GetProperty("offered").GetProperty("ratePerSecond").GetDouble(), Is.EqualTo(100));
            // As one task with the whole plan: two in three of 200 are puts, and one in ten of those a duplicate.
            Assert.That(operations["PutItem"].GetProperty("attempted").GetInt64(), Is.EqualTo(133));
            Assert.That(operations["PutItem"].GetProperty("expectedFailures").GetInt64(), Is.EqualTo(13));
            Assert.That(operations["GetItem"].GetProperty("succeeded").GetInt64(), Is.EqualTo(67));
            Assert.That(json.RootElement.GetProperty("verification").GetProperty("found").GetInt64(), Is.EqualTo(133 - 13 + 30), "each task reads back what it wrote");
            Assert.That(json.RootElement.GetProperty("workers").EnumerateArray().Select(worker => worker.GetProperty("startSkewMs").GetDouble()), Is.All.InRange(0, 2000));
        }
    }

    [Test]
    public async Task A_task_that_is_stopped_drains_uploads_what_it_has_and_is_gone_within_the_stop_timeout()
    {
        using var task = _lab.Start(0, ["--run-id=stopped", "--rate=50", "--duration=5m"]);
        await task.UntilOutputAsync("achieved");
        var asked = TimeProvider.System.GetTimestamp();
        task.Signal("TERM");
        var code = await task.ExitAsync(TimeSpan.FromMinutes(2));
        var took = TimeProvider.System.GetElapsedTime(asked);
        TestContext.Out.WriteLine($"gone {took.TotalSeconds:N1} s after SIGTERM");
        var (merged, _) = await _lab.MergeAsync("stopped");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(143), task.Error);
            Assert.That(took, Is.LessThan(TimeSpan.FromSeconds(60)), "ECS kills it after 120");
            Assert.That((await SummaryAsync("runs/stopped/workers/0000/summary.json")).GetProperty("partial").GetBoolean(), Is.True);
            Assert.That(merged.ExitCode, Is.EqualTo(143), merged.Error);
        }
    }

    [Test]
    public async Task Results_that_cannot_be_uploaded_are_in_the_log_and_merge_from_there()
    {
        // moto refuses before it has read what is sent, and closes the connection, which looks like a network that is away.
        await using var store = new WireServer().Given(
            "s3", "PUT /no-such-bucket/runs/lost/workers/0000/run.record",
            new WireAnswer(404, "application/xml", "<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message></Error>"));
        using var task = _lab.Start(
            0, ["--run-id=lost", "--results-bucket=no-such-bucket", "--total-items=40"], ("AWS_ENDPOINT_URL_S3", store.Url));
        var code = await task.ExitAsync();
        _lab.Folder.Write(Path.Combine("fetched", "lost", "logs", "task.log"), task.Output);
        var (merged, folder) = await _lab.MergeAsync("lost");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(task.Error, Does.Contain("LT0635").And.Contain("s3://no-such-bucket/runs/lost/workers/0000/run.record"));
            Assert.That(task.Output.Split('\n').Max(line => line.Length), Is.LessThan(16 * 1024));
            Assert.That(merged.ExitCode, Is.Zero, merged.Error);
            Assert.That(File.ReadAllText(Path.Combine(folder, "summary.json")), Does.Contain("\"attempted\": 40"));
        }
    }

    [TestCase("{", "it is malformed", TestName = "An assignment that is malformed")]
    [TestCase("""{"version":2,"runId":"unusable","at":"2026-01-01T00:00:00Z","tasks":[{"arn":"a","index":0},{"arn":"b","index":1}]}""", "it does not name this task", TestName = "An assignment that does not name the task")]
    public async Task A_useless_assignment_ends_the_task_at_once(string assignment, string why)
    {
        await _lab.PutAsync("runs/unusable/assignment.json", assignment);
        using var task = _lab.Start(0, ["--run-id=unusable", "--tasks=2", "--total-items=10"]);
        Refused(await task.ExitAsync(), task).ShouldBeRefused(1, "LT0634", why);
    }

    [Test]
    public async Task A_search_by_thresholds_that_no_task_can_judge_is_refused()
    {
        using var task = _lab.Start(0, ["--run-id=search", "--find-max", "--rate=5", "--duration=5s", "--thresholds=p99<=110%", "--baseline=before"]);
        Refused(await task.ExitAsync(), task).ShouldBeRefused(2, "LT0114", "p99<=110%");
    }

    [Test]
    public async Task What_is_missing_or_denied_is_named()
    {
        using (var task = _lab.Start(0, ["--total-items=10", "--run-id=x"], ("SSM_PARAMETER_PREFIX", "/nothing/here")))
            Refused(await task.ExitAsync(), task).ShouldBeRefused(2, "LT0631", "/nothing/here", "SSM_PARAMETER_PREFIX");
        using (var task = _lab.Start(0, ["--run-id=x", "--tasks=2", "--results-bucket=no-such-bucket", "--total-items=10"]))
            Refused(await task.ExitAsync(), task).ShouldBeRefused(1, "no-such-bucket", "NoSuchBucket");

        await using var denying = new WireServer()
            .Given("ssm", "GetParametersByPath", WireAnswer.JsonError("AccessDeniedException", "User: task is not authorized to perform: ssm:GetParametersByPath"))
            .Given("s3", $"GET /{EcsLab.Bucket}/runs/x/assignment.json", new WireAnswer(403, "application/xml", "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"));
        using (var task = _lab.Start(0, ["--total-items=10"], ("AWS_ENDPOINT_URL_SSM", denying.Url)))
            Refused(await task.ExitAsync(), task).ShouldBeRefused(4, "LT0302", "ssm:GetParametersByPath", "/load-test");
        using (var task = _lab.Start(0, ["--run-id=x", "--tasks=2", "--total-items=10"], ("AWS_ENDPOINT_URL_S3", denying.Url)))
            Refused(await task.ExitAsync(), task).ShouldBeRefused(4, "LT0302", $"s3://{EcsLab.Bucket}/runs/x/assignment.json");
    }

    private static LoadTestProgram.Finished Refused(int code, StartedProcess task) => new(code, task.Output, task.Error);

    private static (string?, string?) Setting(JsonElement summary, string name)
    {
        var setting = summary.GetProperty("settings").EnumerateArray().Single(setting => setting.GetProperty("name").GetString() == name);
        return (setting.GetProperty("value").GetString(), setting.GetProperty("origin").GetString());
    }

    private async Task<JsonElement> SummaryAsync(string key)
    {
        using var answer = await _lab.Objects.GetObjectAsync(EcsLab.Bucket, key);
        using var json = await JsonDocument.ParseAsync(answer.ResponseStream);
        return json.RootElement.Clone();
    }

    private async Task<IEnumerable<string?>> KeysAsync(string run)
    {
        var listed = await _lab.Objects.ListObjectsV2Async(new ListObjectsV2Request { BucketName = EcsLab.Bucket, Prefix = $"runs/{run}/workers/0000/" });
        return listed.S3Objects.Select(found => Path.GetFileName(found.Key));
    }
}
