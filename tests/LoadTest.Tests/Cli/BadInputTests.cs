using LoadTest.Tests.DynamoDb;
using LocalDynamo;

namespace LoadTest.Tests.Cli;

/// <summary>What a user can get wrong: each gives a message with what, where it came from and what to do, and nothing is done.</summary>
[Parallelizable]
public sealed class BadInputTests
{
    [TestCase("--total-itms=5", "LT0101", "--total-items", TestName = "An unknown option suggests the nearest")]
    [TestCase("--total-items=five", "LT0103", "from: --total-items", TestName = "A value that is no number")]
    [TestCase("--total-items=0", "LT0104", "(was '0')", TestName = "A value out of range")]
    [TestCase("--rate=5 --concurrency-limit=5", "LT0109", "Rate and ConcurrencyLimit exclude each other", TestName = "Contradictory options")]
    [TestCase("--rate=5", "LT0110", "say how long: --duration=1m", TestName = "A rate without a duration")]
    [TestCase("--billing-mode=SOMETIMES", "LT0105", "PROVISIONED", TestName = "A value that is none of the choices")]
    [TestCase("--endpoint-url=nonsense", "LT0103", "from: --endpoint-url", TestName = "An address that is none")]
    [TestCase("--total-items=5 --total-items=6", "LT0102", "total-items", TestName = "An option given twice")]
    public async Task A_wrong_command_line_is_refused(string flags, string code, string text)
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync(["run", "--environment=local", .. flags.Split(' ')]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Error, Does.StartWith($"error {code} ").And.Contain(text).And.Contain("  fix: "));
            Assert.That(run.Error, Does.Not.Contain("   at "), "no stack trace");
            Assert.That(program.RunsFolder, Does.Not.Exist, "nothing was done");
        }
    }

    [Test]
    public async Task All_mistakes_are_told_at_once()
    {
        using var program = new LoadTestProgram();
        program.Folder.Write("parameters.json", "{\"Parameters\": {\"TotalItems\": \"many\",\n\"WarmUp\": \"-1\"}}");
        var run = await program.RunAsync(["run", "--environment=local", "--sed=3"], ("ITEM_SIZE", "2"));
        Assert.That(run.Error, Does.Contain("--sed").And.Contain("parameters.json line 1").And.Contain("parameters.json line 2").And.Contain("environment variable ITEM_SIZE"));
    }

    [TestCase("{\"Parameters\": {", "LT0106", TestName = "Broken JSON")]
    [TestCase("[1, 2]", "LT0107", TestName = "JSON of another shape")]
    public async Task A_broken_file_is_named_with_the_place(string text, string code)
    {
        using var program = new LoadTestProgram();
        program.Folder.Write("parameters.json", text);
        var run = await program.RunAsync(["run", "--environment=local"]);
        run.ShouldBeRefused(2, code, "parameters.json line 1");
    }

    [Test]
    public async Task A_command_that_does_not_exist_is_refused()
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync(["rum"]);
        run.ShouldBeRefused(2, "LT0115", "run");
    }

    [Test, Category("Slow")]
    public async Task An_endpoint_that_nobody_listens_on_is_named_within_seconds()
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync(["run", "--environment=local", "--endpoint-url=http://127.0.0.1:1"]);
        run.ShouldBeRefused(2, "LT0204", "http://127.0.0.1:1");
    }

    [Test]
    public async Task A_folder_that_cannot_be_written_is_found_out_before_the_load()
    {
        using var program = new LoadTestProgram();
        program.Folder.Write("occupied", "a file where a folder should be");
        var run = await program.RunAsync(["run", "--environment=local", "--artifacts-path=occupied"]);
        run.ShouldBeRefused(2, "LT0701", "--artifacts-path");
    }

    [Test, Category("Slow")]
    public async Task A_disk_that_fills_up_loses_no_figure()
    {
        if (!File.Exists("/dev/full")) Assert.Ignore("this system has no device that is always full");
        using var program = new LoadTestProgram();
        var folder = program.Folder.Combine("artifacts", "runs", "full");
        Directory.CreateDirectory(folder);
        File.CreateSymbolicLink(Path.Combine(folder, "summary.json.part"), "/dev/full");
        var run = await program.RunAsync(["run", "--environment=local", "--run-id=full", "--total-items=50", "--concurrency-limit=2"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Error, Does.Contain("LT0701"));
            Assert.That(run.Output, Does.Contain("Succeeded").And.Contain("50"), "the figures are on the screen");
        }
    }

    [Test, Category("Slow")]
    public async Task Results_are_never_overwritten()
    {
        using var program = new LoadTestProgram();
        string[] run = ["run", "--environment=local", "--run-id=mine", "--total-items=20", "--concurrency-limit=2"];
        var first = await program.RunAsync(run);
        var second = await program.RunAsync(run);
        Assert.That(first.ExitCode, Is.Zero);
        second.ShouldBeRefused(2, "LT0704");
    }

    [Test]
    public async Task A_run_that_would_cost_too_much_is_refused_by_the_guard()
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync(
            ["run", "--region=us-east-1", "--rate=50000", "--duration=1h"], ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"), ("AWS_SECRET_ACCESS_KEY", "not-a-secret"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(5));
            Assert.That(run.Error, Does.Contain("LT0206").And.Contain("--max-cost="));
            Assert.That(run.Error + run.Output, Does.Not.Contain("not-a-secret"));
        }
    }

    [Test]
    public async Task A_profile_that_does_not_exist_is_a_credentials_problem()
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync(["run", "--profile=nobody-has-this", "--region=us-east-1"]);
        run.ShouldBeRefused(4, "LT0301", "nobody-has-this");
    }

    [Test]
    public async Task A_port_in_use_is_named()
    {
        await using var local = await LocalTable.StartAsync(new LocalDynamoOptions());
        using var program = new LoadTestProgram();
        var run = await program.RunAsync(["local-dynamo", $"--port={local.Connection.Endpoint!.Port}"]);
        run.ShouldBeRefused(2, "LT0801", "--port=0");
    }
}
