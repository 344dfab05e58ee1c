using System.Globalization;
using Build.Tests.Ecs.Support;
using LoadTest.Configuration.Problems;

namespace Build.Tests.Ecs;

/// <summary>The real program as tasks: together they do what one does alone.</summary>
[TestFixture]
[Category("Slow"), Parallelizable]
internal sealed class WholeRunTests : EcsTests
{
    private const int Operations = 300;
    private static readonly string[] Load = ["--rate=100", "--duration=3s", "--verify=none", "--cleanup-after-test=false"];

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(25)]
    public async Task Tasks_together_do_exactly_what_one_does_alone_and_their_merged_report_has_all_of_it(int tasks)
    {
        await Moto.ResetAsync();
        await using var program = await RealProgram.StartAsync(Moto);
        await using var lab = await EcsLab.CreateAsync(Moto, program.Starter);
        // Dozens of programs that start on one machine take their time: the start lies behind it.
        lab.Pace = lab.Pace with { Lead = TimeSpan.FromSeconds(tasks < 10 ? 4 : 8), Drain = TimeSpan.FromSeconds(1) };

        var end = await lab.RunAsync(tasks, flags: Load);
        await lab.CollectAsync(end);
        var (code, summary, text) = await RealProgram.MergeAsync(lab.RunFolder);
        TestContext.Out.WriteLine(text);

        var put = summary.GetProperty("operations").EnumerateArray().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.Codes, Has.Count.EqualTo(tasks).And.All.EqualTo(ExitCode.Passed), lab.Output + lab.Error);
            Assert.That(code, Is.Zero, text);
            Assert.That(summary.GetProperty("offered").GetProperty("operations").GetInt64(), Is.EqualTo(Operations));
            Assert.That(put.GetProperty("attempted").GetInt64(), Is.EqualTo(Operations));
            Assert.That(put.GetProperty("succeeded").GetInt64(), Is.EqualTo(Operations));
            Assert.That(Measured(lab.RunFolder), Is.EqualTo(Operations), "the intervals add up");
            Assert.That(await program.ItemsAsync(), Is.EqualTo(Operations), "each task wrote its own part of the keys, and all of it");
            Assert.That(lab.Service.Alive, Is.Zero);
        }

        if (tasks > 1) Assert.That(summary.GetProperty("workers").EnumerateArray().Select(worker => worker.GetProperty("startSkewMs").GetDouble()), Has.Exactly(tasks).Items);
    }

    // The whole run is in the series of all intervals.
    private static long Measured(string folder)
    {
        var rows = File.ReadAllLines(Path.Combine(folder, "timeseries.csv")).Select(line => line.Split(',')).ToList();
        var column = Array.IndexOf(rows[0], "attempted");
        return rows.Skip(1).Sum(row => long.Parse(row[column], CultureInfo.InvariantCulture));
    }
}
