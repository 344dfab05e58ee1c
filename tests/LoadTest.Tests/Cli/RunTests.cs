using System.Text.Json;

namespace LoadTest.Tests.Cli;

/// <summary>Whole runs of the built program in the local environment.</summary>
[Parallelizable]
public sealed class RunTests
{
    private static readonly string[] Local = ["run", "--environment=local"];

    [Test, Category("Slow")]
    public async Task Exactly_the_asked_for_share_of_duplicates_fails_and_the_rest_is_in_the_table()
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync([.. Local, "--concurrency-limit=100", "--total-items=4000", "--duplicate-percentage=15", "--enforce-capacity=false"]);
        var summary = program.Summary();
        var put = summary.GetProperty("operations")[0];
        var verification = summary.GetProperty("verification");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(put.GetProperty("attempted").GetInt64(), Is.EqualTo(4_000));
            Assert.That(put.GetProperty("succeeded").GetInt64(), Is.EqualTo(3_400));
            Assert.That(put.GetProperty("expectedFailures").GetInt64(), Is.EqualTo(600));
            Assert.That(put.GetProperty("errors").GetProperty("conditional-check").GetInt64(), Is.EqualTo(600));
            Assert.That(verification.GetProperty("expected").GetInt64(), Is.EqualTo(3_400));
            Assert.That(verification.GetProperty("found").GetInt64(), Is.EqualTo(3_400));
            Assert.That(summary.GetProperty("outcome").GetString(), Is.EqualTo("passed"));
        }
    }

    [Test, Category("Slow")]
    public async Task A_rate_for_a_time_offers_their_product_and_reports_lateness()
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync([.. Local, "--rate=200", "--duration=3s", "--warm-up=1s"]);
        var summary = program.Summary();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(summary.GetProperty("offered").GetProperty("operations").GetInt64(), Is.EqualTo(600));
            Assert.That(summary.GetProperty("offered").GetProperty("ratePerSecond").GetDouble(), Is.EqualTo(200));
            Assert.That(summary.GetProperty("operations")[0].GetProperty("attempted").GetInt64(), Is.EqualTo(600));
            Assert.That(summary.GetProperty("latenessMs").GetProperty("max").GetDouble(), Is.Not.Negative);
            Assert.That(run.Output, Does.Match("offered (19[0-9]|20[0-9]|210)/s").And.Contain("achieved").And.Contain("p99").And.Contain("left"));
            Assert.That(run.Output, Does.Contain("results: ").And.Contain("outcome: passed"));
        }
    }

    [Test, Category("Slow")]
    public async Task Reads_and_writes_are_mixed_and_counted_apart()
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync(
            [.. Local, "--operation-mix=put=1,get=3", "--total-items=400", "--concurrency-limit=8", "--consistent-read=true"]);
        var operations = program.Summary().GetProperty("operations");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(operations[0].GetProperty("succeeded").GetInt64(), Is.EqualTo(100));
            Assert.That(operations[1].GetProperty("name").GetString(), Is.EqualTo("GetItem"));
            Assert.That(operations[1].GetProperty("consumed").GetProperty("readUnits").GetDouble(), Is.EqualTo(300), "a consistent read of 1 KiB costs a unit");
        }
    }

    [Test, Category("Slow")]
    public async Task Throttles_are_counted_by_reason_and_everything_adds_up()
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync(
            [.. Local, "--billing-mode=PROVISIONED", "--write-capacity-units=50", "--read-capacity-units=1000", "--burst-seconds=2", "--rate=200", "--duration=4s"]);
        var put = program.Summary().GetProperty("operations")[0];
        var errors = put.GetProperty("errors").EnumerateObject().ToDictionary(error => error.Name, error => error.Value.GetInt64());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, "throttles alone pass");
            Assert.That(errors, Contains.Key("throttled-table-write-provisioned"));
            // The bank of 2 s and 4 s of refill allow about 300 of the 800 writes.
            Assert.That(errors["throttled-table-write-provisioned"], Is.InRange(400, 600));
            Assert.That(put.GetProperty("attempted").GetInt64(), Is.EqualTo(800));
            Assert.That(put.GetProperty("succeeded").GetInt64() + errors.Values.Sum(), Is.EqualTo(800));
            Assert.That(put.GetProperty("failed").GetInt64(), Is.EqualTo(errors.Values.Sum()));
        }
    }

    [Test, Category("Slow")]
    public async Task A_server_that_loses_acknowledged_writes_is_found_out()
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync([.. Local, "--total-items=2000", "--concurrency-limit=8", "--fault-lose-write=1"]);
        var verification = program.Summary().GetProperty("verification");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(verification.GetProperty("lost").GetInt64(), Is.InRange(5, 50));
            Assert.That(run.Output, Does.Contain("outcome: failed"));
            Assert.That(run.Error, Does.Contain("acknowledged writes are missing from the table"));
        }
    }

    [Test, Category("Slow")]
    public async Task One_acknowledged_write_in_ten_thousand_that_is_dropped_is_found_out_and_named()
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync(
            [.. Local, "--total-items=30000", "--concurrency-limit=16", "--item-size=200", "--fault-lose-write=0.01", "--enforce-capacity=false"]);
        var verification = program.Summary().GetProperty("verification");
        var lost = verification.GetProperty("lost").GetInt64();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(1), run.Output);
            Assert.That(lost, Is.InRange(1, 12), "three in thirty thousand, give or take");
            Assert.That(verification.GetProperty("found").GetInt64(), Is.EqualTo(30_000 - lost));
            Assert.That(verification.GetProperty("examples")[0].GetString(), Does.Match("^lost: [0-9a-f-]+#[0-9]{12}$"));
            Assert.That(run.Error, Does.Contain("acknowledged writes are missing from the table").And.Contain("lost: "));
        }
    }

    [Test, Category("Slow")]
    public async Task Updates_that_are_acknowledged_and_dropped_are_found_out()
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync(
            [.. Local, "--operation-mix=update=1", "--preload-items=100", "--total-items=3000", "--concurrency-limit=8", "--fault-lose-write=1", "--fault-seed=4"]);
        var verification = program.Summary().GetProperty("verification");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(1), run.Output);
            Assert.That(verification.GetProperty("miscounted").GetInt64(), Is.InRange(5, 60), run.Error);
        }
    }

    [TestCase("wire")]
    [TestCase("sdk")]
    [Category("Slow")]
    public async Task Every_operation_runs_on_a_table_with_a_sort_key_and_an_index(string client)
    {
        using var program = new LoadTestProgram();
        var template = program.Folder.Combine("order.json");
        await File.WriteAllTextAsync(template, """{"state": "{{choice:open|paid}}", "total": "{{number:1..900}}"}""");
        var run = await program.RunAsync(
        [
            .. Local, $"--client={client}", "--operation-mix=put=6,update=4,delete=2,get=3,query=1,query-index=1,scan=1,batch-write=1,batch-get=1,transact-write=1,transact-get=1",
            "--sort-key=sk", "--index-name=by-owner", "--index-partition-key=owner", "--index-sort-key=at", $"--item-template={template}",
            "--item-sizes=log-normal:0.5", "--key-distribution=zipfian:0.8", "--miss-percentage=10", "--consistent-read=true", "--enforce-capacity=false",
            "--total-items=1100", "--concurrency-limit=8", "--warm-up=300ms", "--duplicate-percentage=10", "--max-retries=3",
        ]);
        var summary = program.Summary();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Output + run.Error);
            Assert.That(summary.GetProperty("operations").GetArrayLength(), Is.EqualTo(11));
            foreach (var operation in summary.GetProperty("operations").EnumerateArray())
                Assert.That(operation.GetProperty("failed").GetInt64(), Is.EqualTo(operation.GetProperty("expectedFailures").GetInt64()), operation.ToString());
        }
    }

    [Test, Category("Slow")]
    public async Task When_nothing_succeeds_the_run_fails_and_has_no_latencies()
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync([.. Local, "--total-items=20", "--concurrency-limit=2", "--fault-latency=fixed:100ms", "--request-timeout=2ms"]);
        var summary = program.Summary();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.ExitCode, summary.GetProperty("outcome").GetString()), Is.EqualTo((1, "failed")));
            Assert.That(summary.GetProperty("responseTimeMs").GetProperty("p99").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(run.Output, Does.Match("(?m)^Max ms +-\r?$"));
            Assert.That(await File.ReadAllLinesAsync(Path.Combine(Directory.GetDirectories(program.RunsFolder).Single(), "timeseries.csv")), Has.Some.Contains(",,,,,,,,"));
        }
    }

    [Test, Category("Slow")]
    public async Task Environment_variables_that_are_right_only_with_a_flag_do_not_keep_the_local_server_from_starting()
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync([.. Local, "--duration=500ms"], ("RATE", "100"), ("FAULT_THROTTLE", "50"), ("VERIFY", "none"));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var put = program.Summary().GetProperty("operations")[0];
        Assert.That((put.GetProperty("attempted").GetInt64(), put.GetProperty("failed").GetInt64()), Is.EqualTo((50, 50 - put.GetProperty("succeeded").GetInt64())));
        Assert.That(put.GetProperty("failed").GetInt64(), Is.Positive, "the server was told to throttle all the same");
    }

    [TestCase("INT", 130)]
    [TestCase("TERM", 143)]
    [Category("Slow")]
    public async Task A_signal_stops_the_run_with_a_partial_report(string signal, int exitCode)
    {
        using var program = new LoadTestProgram();
        using var process = program.Start([.. Local, "--rate=100", "--duration=5m", "--fault-latency=fixed:50ms"]);
        await process.UntilOutputAsync("achieved");
        process.Signal(signal);
        var code = await process.ExitAsync();
        var summary = program.Summary();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(exitCode), process.Error);
            Assert.That(summary.GetProperty("outcome").GetString(), Is.EqualTo("aborted"));
            Assert.That(summary.GetProperty("partial").GetBoolean(), Is.True);
            Assert.That(summary.GetProperty("operations")[0].GetProperty("attempted").GetInt64(), Is.Positive);
            Assert.That(summary.GetProperty("operations")[0].GetProperty("failed").GetInt64(), Is.Zero, "what was in flight was drained");
            Assert.That(process.Output, Does.Contain("PARTIAL"));
            Assert.That(File.ReadAllText(Path.Combine(Directory.GetDirectories(program.RunsFolder).Single(), "report.md")), Does.Contain("**Partial"));
        }
    }
}
