using Build.Tests.Ecs.Support;

namespace Build.Tests.Ecs;

[TestFixture, Parallelizable]
internal sealed class LogTests : EcsTests
{
    [Test]
    public async Task Counted_lines_are_neither_lost_nor_repeated_while_the_service_throttles_and_lags()
    {
        await using var lab = await LabAsync("for i in $(seq 1 2000); do echo line $i; done; sleep 0.3; for i in $(seq 2001 4000); do echo line $i; done");
        (lab.LogFaults.Cycle, lab.LogFaults.Throttled) = (5, 3);
        lab.LogFaults.PageLength = 900;
        lab.LogFaults.EmptyPages = true;
        lab.Store.IngestionDelay = TimeSpan.FromMilliseconds(200);
        await lab.RunAsync(tasks: 2);
        var expected = Enumerable.Range(1, 4000).Select(i => $"line {i}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lab.LogFaults.Refused, Is.GreaterThan(6));
            Assert.That(lab.LogOf(0), Is.EqualTo(expected));
            Assert.That(lab.LogOf(1), Is.EqualTo(expected));
            var shown = lab.Output.Split('\n');
            Assert.That(shown.Where(line => line.StartsWith("[0001] line ", StringComparison.Ordinal)), Is.EqualTo(expected.Select(line => "[0001] " + line)));
        }
    }

    [TestCase(16_383)]
    [TestCase(16_384)]
    [TestCase(40_000)]
    [TestCase(100_001)]
    public async Task A_line_survives_the_cut_of_the_log_driver(int length)
    {
        await using var lab = await LabAsync($"echo before; head -c {length} /dev/zero | tr '\\0' x; echo; sleep 0.05; echo after");
        await lab.RunAsync();
        Assert.That(lab.LogOf(0), Is.EqualTo(new[] { "before", new string('x', length), "after" }));
    }

    [Test]
    public async Task Metric_lines_are_kept_and_not_shown_and_make_the_line_of_the_run()
    {
        const string metric = """{"_aws":{"Timestamp":1700000001000},"Environment":"lab","OfferedOperations":50,"CompletedOperations":40,"Errors":1,"Throttles":2,"ResponseTimeP99":7.5}""";
        await using var lab = await LabAsync($"echo ready; echo '  1 s  offered 50/s  achieved 40/s'; echo '{metric}'; sleep 0.8; echo '{metric.Replace("1000}", "2000}", StringComparison.Ordinal)}'");
        await lab.RunAsync(tasks: 2);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lab.Output, Does.Contain("[0000] ready").And.Not.Contains("_aws").And.Not.Contains("[0000]   1 s"));
            Assert.That(lab.Output, Does.Contain("offered 100/s  achieved 80/s  highest p99 7.5 ms  completed in all 80  throttled in all 4  errors in all 2"));
            Assert.That(lab.LogOf(0), Has.Length.EqualTo(4));
        }
    }

    [Test]
    public async Task A_lost_stream_is_said_and_the_run_goes_on_to_its_end()
    {
        await using var lab = await LabAsync("echo hello");
        var first = true;
        string? lost = null;
        lab.LogFaults.IsLost = stream =>
        {
            if (first) (lost, first) = (stream, false);
            return stream == lost;
        };
        var end = await lab.RunAsync(tasks: 2);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.Codes, Is.All.EqualTo(LoadTest.Configuration.Problems.ExitCode.Passed));
            Assert.That(lab.Error, Does.Contain("has left no log: there is no stream " + lost));
            Assert.That(lab.Output.Split("] hello"), Has.Length.EqualTo(2));
        }
    }
}
