using Amazon.DynamoDBv2.Model;
using LoadTest.Tests.DynamoDb;
using LocalDynamo;

namespace LoadTest.Tests.Cli;

/// <summary>Runs against a server that the program did not start itself.</summary>
[Parallelizable]
public sealed class ServerTests
{
    [Test, Category("Slow")]
    public async Task A_run_leaves_a_table_of_others_as_it_found_it()
    {
        await using var local = await LocalTable.StartAsync();
        await local.TestTable.PrepareAsync(LocalTable.Settings() with { Name = "dev-items" }, CancellationToken.None);
        await local.Control.PutItemAsync("dev-items", new() { ["pk"] = new() { S = "kept" } });
        using var program = new LoadTestProgram();
        var run = await program.RunAsync(
            ["run", "--table-name=items", "--total-items=200", "--concurrency-limit=4", "--warm-up=200ms"], Endpoint(local));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That((await local.Control.ScanAsync(new ScanRequest("dev-items"))).Items.Single()["pk"].S, Is.EqualTo("kept"));
        }
    }

    [Test, Category("Slow")]
    public async Task A_table_that_the_run_created_is_dropped_unless_it_is_to_stay()
    {
        await using var local = await LocalTable.StartAsync();
        using var program = new LoadTestProgram();
        string[] run = ["run", "--table-name=items", "--create-table=true", "--total-items=50", "--concurrency-limit=2"];
        var first = await program.RunAsync(run, Endpoint(local));
        Assert.That((first.ExitCode, (await local.Control.ListTablesAsync()).TableNames.Count), Is.EqualTo((0, 0)), first.Error);
        var second = await program.RunAsync([.. run, "--cleanup-after-test=false"], Endpoint(local));
        Assert.That((second.ExitCode, (await local.Control.ScanAsync(new ScanRequest("dev-items"))).Count), Is.EqualTo((0, 50)), second.Error);
    }

    [Test, Category("Slow")]
    public async Task Items_are_read_back_although_long_answers_come_in_pieces()
    {
        await using var local = await LocalTable.StartAsync();
        await using var relay = new StutteringRelay(local.Connection.Endpoint!);
        using var program = new LoadTestProgram();
        var run = await program.RunAsync(
            ["run", "--table-name=items", "--create-table=true", "--total-items=2000", "--concurrency-limit=16", "--duplicate-percentage=0"],
            ("AWS_ENDPOINT_URL_DYNAMODB", relay.Endpoint.ToString()));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error + run.Output);
            Assert.That(program.Summary().GetProperty("verification").GetProperty("found").GetInt64(), Is.EqualTo(2000));
        }
    }

    [Test, Category("Slow")]
    public async Task A_signal_cleans_up_before_it_ends_the_program()
    {
        await using var local = await LocalTable.StartAsync();
        await local.TestTable.PrepareAsync(LocalTable.Settings() with { Name = "dev-items" }, CancellationToken.None);
        using var program = new LoadTestProgram();
        using var process = program.Start(["run", "--table-name=items", "--rate=100", "--duration=5m"], Endpoint(local));
        await process.UntilOutputAsync("achieved");
        process.Signal("INT");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await process.ExitAsync(), Is.EqualTo(130));
            Assert.That((await local.Control.ScanAsync(new ScanRequest("dev-items"))).Count, Is.Zero);
        }
    }

    [Test, Category("Slow")]
    public async Task The_probe_before_the_load_finds_a_server_that_refuses()
    {
        await using var local = await LocalTable.StartAsync(new LocalDynamoOptions { Faults = new FaultOptions { ServerError = 1 } });
        using var program = new LoadTestProgram();
        var run = await program.RunAsync(["run", "--table-name=items", "--create-table=true"], Endpoint(local));
        run.ShouldBeRefused(1, "LT0207 cannot write to table dev-items");
    }

    private static (string, string?) Endpoint(LocalTable local) => ("AWS_ENDPOINT_URL_DYNAMODB", local.Connection.Endpoint!.ToString());
}
