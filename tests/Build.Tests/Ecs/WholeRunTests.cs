using System.Text.Json;
using Build.Tests.Ecs.Support;
using HdrHistogram;
using LoadTest.Configuration.Problems;

namespace Build.Tests.Ecs;

/// <summary>The real program as tasks: together they do what one does alone.</summary>
[TestFixture]
[Category("Slow"), Parallelizable]
internal sealed class WholeRunTests : EcsTests
{
    // Of 240 operations one in six is a get; of the 200 puts 15 % repeat a key that another task may have written.
    private static readonly Counts OfOpenLoad = new(Puts: 170, Duplicates: 30, Gets: 40);

    // What the warm-up writes lies apart from the measured part, and goes before its start.
    private static readonly string[] OpenLoad = ["--warm-up=1s", "--operation-mix=put=5,get=1", "--duplicate-percentage=15"];

    // Without duplicates: on a busy machine one task of a load as short as this can be many times as slow as another, and has not written yet what that one repeats.
    private static readonly Counts OfClosedLoad = new(Puts: 2500, Duplicates: 0, Gets: 500);
    private static readonly string[] ClosedLoad = ["--concurrency-limit=6", "--total-items=3000", "--warm-up=1s", "--operation-mix=put=5,get=1"];

    // One may be quick; where several share a busy machine, they need time to begin.
    [TestCase(1, "--rate=240", "--duration=1s")]
    [TestCase(3, "--rate=60", "--duration=4s")]
    [TestCase(25, "--rate=60", "--duration=4s")]
    public Task Tasks_together_do_exactly_what_one_does_alone_and_their_merged_report_has_all_of_it(int tasks, string rate, string duration) =>
        RunAsync(tasks, [rate, duration, .. OpenLoad], OfOpenLoad);

    [Test]
    public async Task So_do_tasks_that_each_go_as_fast_as_they_can_although_the_result_of_one_comes_through_its_log()
    {
        await using var front = await BucketFront.StartAsync(Moto.Endpoint);
        front.Refuses = (method, target) => method == "PUT" && target.Contains("/workers/0001/", StringComparison.Ordinal);
        await RunAsync(3, ClosedLoad, OfClosedLoad, front);
    }

    [Test]
    public async Task A_task_that_nobody_follows_ends_by_itself_and_leaves_what_it_has()
    {
        await Moto.ResetAsync();
        await using var program = await RealProgram.StartAsync(Moto);
        await using var lab = await EcsLab.CreateAsync(Moto, program.Starter);
        var left = await lab.RunAsync(detach: true, flags: ["--concurrency-limit=1", "--total-items=10000000", "--max-duration=8s", "--verify=none", "--cleanup-after-test=false"]);
        while (lab.Service.Alive > 0) await Task.Delay(50);
        await lab.CollectAsync(left);
        var log = string.Join('\n', lab.Store.Read(EcsLab.Group, lab.Store.Streams.Single())!.Select(written => written.Message));
        Assert.That(await lab.InBucketAsync("workers/0000/run.record"), Is.Not.Null, log);
        var (code, summary, text) = await RealProgram.MergeAsync(lab.RunFolder);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(left.IsDetached);
            Assert.That(code, Is.EqualTo(1), text);
            Assert.That(summary.GetProperty("partial").GetBoolean());
            Assert.That(Counts.Of(summary).Puts, Is.Positive);
        }
    }

    private async Task RunAsync(int tasks, string[] load, Counts expected, BucketFront? front = null)
    {
        await Moto.ResetAsync();
        await using var program = await RealProgram.StartAsync(Moto, front?.Endpoint);
        await using var lab = await EcsLab.CreateAsync(Moto, program.Starter);
        lab.Pace = lab.Pace with { Lead = TimeSpan.FromSeconds(3), Drain = TimeSpan.FromSeconds(1) };

        var end = await lab.RunAsync(tasks, flags: [.. load, "--verify=none", "--cleanup-after-test=false"]);
        await lab.CollectAsync(end);
        var (code, summary, text) = await RealProgram.MergeAsync(lab.RunFolder);
        TestContext.Out.WriteLine(text);
        var failed = front is null ? 0 : 1;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.Codes.Order(), Is.EqualTo(Enumerable.Repeat(ExitCode.Passed, tasks - failed).Concat(Enumerable.Repeat(ExitCode.Failed, failed))), lab.Output + lab.Error);
            Assert.That(code, Is.Zero, text);
            Assert.That(Counts.Of(summary), Is.EqualTo(expected));
            Assert.That(summary.GetProperty("offered").GetProperty("operations").GetInt64(), Is.EqualTo(expected.All));
            Assert.That(HistogramTotals(lab.RunFolder), Is.EqualTo(expected.HistogramTotals), "all of them are in the histograms of all intervals");
            Assert.That(await program.ItemsAsync(), Is.EqualTo(expected.Puts), "each task wrote its own part of the keys, and all of it");
            Assert.That(lab.Service.Alive, Is.Zero);
        }

        if (tasks > 1) Assert.That(summary.GetProperty("workers").EnumerateArray().Select(worker => worker.GetProperty("startSkewMs").GetDouble()), Has.Exactly(tasks).Items);
    }

    // Operation, kind and latency, with how many values were recorded in the whole run.
    private static Dictionary<string, long> HistogramTotals(string folder)
    {
        using var log = File.OpenRead(Path.Combine(folder, "latency.hlog"));
        using var reader = new HistogramLogReader(log);
        return reader.ReadHistograms().GroupBy(histogram => histogram.Tag).ToDictionary(group => group.Key, group => group.Sum(histogram => histogram.TotalCount));
    }

    private sealed record Counts(long Puts, long Duplicates, long Gets)
    {
        public long All => Puts + Duplicates + Gets;

        public Dictionary<string, long> HistogramTotals =>
            new[] { ("PutItem.success", Puts), ("PutItem.expected-failure", Duplicates), ("GetItem.success", Gets) }.Where(kind => kind.Item2 > 0)
                .SelectMany(kind => new[] { "response", "service" }.Select(latency => ($"{kind.Item1}.{latency}", kind.Item2))).ToDictionary();

        public static Counts Of(JsonElement summary)
        {
            var operations = summary.GetProperty("operations").EnumerateArray().ToDictionary(operation => operation.GetProperty("name").GetString()!);
            return new Counts(Number("PutItem", "succeeded"), Number("PutItem", "expectedFailures"), Number("GetItem", "succeeded"));

            long Number(string operation, string name) => operations.TryGetValue(operation, out var found) ? found.GetProperty(name).GetInt64() : 0;
        }
    }
}
