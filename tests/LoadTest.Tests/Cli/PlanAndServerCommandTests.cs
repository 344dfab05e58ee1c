namespace LoadTest.Tests.Cli;

[Parallelizable]
public sealed class PlanAndServerCommandTests
{
    [Test]
    public async Task Plan_shows_the_load_and_its_cost_and_does_nothing()
    {
        using var program = new LoadTestProgram();
        var plan = await program.RunAsync(["plan", "--environment=prod", "--rate=2000", "--duration=10m", "--item-size=2000"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.ExitCode, Is.Zero, plan.Error);
            Assert.That(plan.Output, Does.Contain("open model: hold 2000/s for 10 min").And.Contain("1,200,000").And.Contain("prod-dynamodb-load-test"));
            // 1.2 million writes and as many deletes of two units each, and a scan of 2.4 GB.
            Assert.That(plan.Output, Does.Contain("4,800,000 write and 585,938 read units").And.Contain("about 3.07 USD"));
            Assert.That(program.RunsFolder, Does.Not.Exist);
        }
    }

    [Test]
    public async Task A_command_and_its_flags_may_stand_in_a_response_file()
    {
        using var program = new LoadTestProgram();
        await File.WriteAllTextAsync(program.Folder.Combine("arguments"), "plan\n--environment\nlocal\n--rate\n7\n--duration\n3m\n");
        var plan = await program.RunAsync(["@arguments"]);
        Assert.That(plan.ExitCode, Is.Zero, plan.Error);
        Assert.That(plan.Output, Does.Contain("open model: hold 7/s for 3 min"));
    }

    [Test]
    public async Task Plan_of_a_local_run_costs_nothing()
    {
        using var program = new LoadTestProgram();
        var plan = await program.RunAsync(["plan", "--environment=local"]);
        Assert.That(plan.Output, Does.Contain("an embedded server").And.Contain("nothing: the server is on this machine"));
    }

    [Test]
    public async Task The_local_server_says_where_it_listens_and_ends_with_a_signal()
    {
        using var program = new LoadTestProgram();
        using var process = program.Start(["local-dynamo", "--port=0"]);
        await process.UntilOutputAsync("listening on http://127.0.0.1:");
        process.Signal("INT");
        Assert.That(await process.ExitAsync(), Is.Zero);
    }

    [Test]
    public async Task A_local_server_whose_parent_is_gone_ends()
    {
        using var program = new LoadTestProgram();
        // The helper closes the standard input at once: that is what the end of a parent looks like.
        using var process = program.Start(["local-dynamo", "--port=0", "--until-input-ends"]);
        Assert.That(await process.ExitAsync(), Is.Zero);
    }

    [TestCase("run")]
    [TestCase("plan")]
    [TestCase("local-dynamo")]
    public async Task Help_lists_the_options_with_their_defaults(string command)
    {
        using var program = new LoadTestProgram();
        var help = await program.RunAsync([command, "--help"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(help.ExitCode, Is.Zero);
            Assert.That(help.Output, Does.Contain(command == "local-dynamo" ? "--port" : "--total-items").And.Contain("[default: "));
        }
    }
}
