namespace LoadTest.Tests.Cli;

/// <summary>Runs of the built program, compared.</summary>
public sealed class CompareTests
{
    private static readonly string[] Local = ["run", "--environment=local", "--enforce-capacity=false", "--rate=100", "--duration=2500ms", "--interval=100ms", "--warm-up=500ms"];

    [Test, Category("Slow")]
    public async Task A_table_that_answers_later_is_told_from_one_that_does_not_and_a_run_does_not_differ_from_itself()
    {
        using var program = new LoadTestProgram();
        var patience = TimeSpan.FromMinutes(1);
        var before = await program.RunAsync(patience, [.. Local, "--run-id=before", "--fault-latency=fixed:20ms"]);
        var after = await program.RunAsync(patience, [.. Local, "--run-id=after", "--fault-latency=fixed:30ms"]);
        var compared = await program.RunAsync(patience, ["compare", "artifacts/runs/before", "artifacts/runs/after"]);
        var same = await program.RunAsync(patience, ["compare", "artifacts/runs/before", "artifacts/runs/before"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((before.ExitCode, after.ExitCode, compared.ExitCode, same.ExitCode), Is.EqualTo((0, 0, 0, 0)), compared.Error + after.Error);
            Assert.That(compared.Output, Does.Match("p50 .* ms .* ms .*\\+.* %.* higher").And.Contain("by more than chance"));
            Assert.That(same.Output, Does.Contain("No significant difference"));
            Assert.That(File.ReadAllText(Path.Combine(program.RunsFolder, "after", "compare.html")), Does.Contain("<svg").And.Contain("Latency spectrum"));
        }
    }

    [Test]
    public async Task Folders_that_hold_no_run_are_named()
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync(["compare", "nowhere", "either"]);
        run.ShouldBeRefused(2, "LT0713", "nowhere");
    }

    [Test]
    public async Task One_run_alone_cannot_be_compared()
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync(["compare", "nowhere"]);
        run.ShouldBeRefused(2, "LT0110", "two runs");
    }
}
