namespace LoadTest.Tests.Cli;

/// <summary>The search for the highest rate, against the embedded server, whose capacity is known.</summary>
public sealed class FindMaxTests
{
    [Test, Category("Slow")]
    public async Task The_capacity_of_a_provisioned_table_is_found_within_five_percent_although_it_had_banked_some()
    {
        const double capacity = 100;
        using var program = new LoadTestProgram();
        // With 5 s banked, 500 writes more than the capacity are there: a search that did not spend them would find several times as much.
        var run = await program.RunAsync(TimeSpan.FromMinutes(2),
        [
            "run", "--environment=local", "--find-max", "--rate=60", "--duration=2s", "--find-max-precision=4", "--thresholds=throttle-rate<1%", "--item-size=512",
            "--billing-mode=PROVISIONED", "--write-capacity-units=100", "--read-capacity-units=1000", "--burst-seconds=5",
        ]);
        var summary = program.Summary();
        var search = summary.GetProperty("findMax");
        var trials = search.GetProperty("trials").EnumerateArray().ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(search.GetProperty("highestHeld").GetDouble(), Is.EqualTo(capacity).Within(5).Percent, run.Output);
            Assert.That(search.GetProperty("lowestBroken").GetDouble(), Is.GreaterThan(capacity));
            Assert.That(trials.Select(trial => trial.GetProperty("held").GetBoolean()), Has.Some.True.And.Some.False);
            Assert.That(trials.Select(trial => trial.GetProperty("burst").GetProperty("wasThrottled").GetBoolean()), Is.All.True);
            Assert.That(trials[0].GetProperty("burst").GetProperty("seconds").GetDouble(), Is.GreaterThan(1), "500 units at 300 more a second than the table takes");
            Assert.That(run.Output, Does.Contain("trial at 60/s: held").And.Contain("operations a second held"));
            Assert.That(summary.GetProperty("verification").GetProperty("lost").GetInt64(), Is.Zero);
        }
    }
}
