using System.Text.Json;
using System.Xml.Linq;

namespace LoadTest.Tests.Cli;

/// <summary>Runs that are judged by thresholds.</summary>
[Parallelizable]
public sealed class ThresholdRunTests
{
    private static readonly string[] Local = ["run", "--environment=local", "--enforce-capacity=false"];

    [Test, Category("Slow")]
    public async Task A_broken_threshold_ends_with_code_3_and_is_in_every_report_with_its_value()
    {
        using var program = new LoadTestProgram();
        var jobSummary = program.Folder.Combine("job.md");
        File.WriteAllText(jobSummary, "# An earlier step\n");
        var run = await program.RunAsync(
            [.. Local, "--rate=200", "--duration=2s", "--thresholds=p50<1us,put:p99<3000s,error-rate<=0%"],
            ("GITHUB_STEP_SUMMARY", jobSummary));
        var summary = program.Summary();
        var folder = Directory.GetDirectories(program.RunsFolder).Single();
        var verdicts = summary.GetProperty("thresholds").EnumerateArray().ToArray();
        var cases = XDocument.Load(Path.Combine(folder, "junit.xml")).Descendants("testcase").ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(3), run.Error);
            Assert.That(summary.GetProperty("outcome").GetString(), Is.EqualTo("thresholds-failed"));
            Assert.That(verdicts.Select(verdict => verdict.GetProperty("holds").GetBoolean()), Is.EqualTo(new[] { false, true, true }));
            Assert.That(verdicts[0].GetProperty("actual").GetDouble(), Is.EqualTo(summary.GetProperty("responseTimeMs").GetProperty("p50").GetDouble()));
            Assert.That(run.Output, Does.Contain("p50<1us: broken, ").And.Contain("put:p99<3000s: held, ").And.Contain("outcome: thresholds-failed"));
            Assert.That(File.ReadAllText(Path.Combine(folder, "report.md")), Does.Contain("| `p50<1us` |").And.Contain("**broken**"));
            Assert.That(cases.Select(test => test.Attribute("name")!.Value), Is.EqualTo(new[] { "run", "verification", "p50<1us", "put:p99<3000s", "error-rate<=0%" }));
            Assert.That(cases.Where(test => test.Element("failure") is not null).Select(test => test.Attribute("name")!.Value), Is.EqualTo(new[] { "p50<1us" }));
            Assert.That(File.ReadAllText(jobSummary), Does.StartWith("# An earlier step\n# Load test ").And.Contain("| `p50<1us` |"));
        }
    }

    [Test, Category("Slow")]
    public async Task A_run_ends_as_soon_as_a_threshold_is_hopeless_and_its_table_is_read_back_all_the_same()
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync([.. Local, "--rate=100", "--duration=60s", "--interval=500ms", "--thresholds=max<1us"]);
        var summary = program.Summary();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(3), run.Error);
            Assert.That(run.Error, Does.Contain("the run ends early: threshold max<1us cannot hold any more"));
            Assert.That(summary.GetProperty("partial").GetBoolean(), Is.True);
            Assert.That(summary.GetProperty("outcome").GetString(), Is.EqualTo("thresholds-failed"));
            Assert.That(summary.GetProperty("achieved").GetProperty("durationSeconds").GetDouble(), Is.LessThan(30));
            Assert.That(summary.GetProperty("verification").GetProperty("found").GetInt64(), Is.Positive.And.EqualTo(summary.GetProperty("verification").GetProperty("expected").GetInt64()));
        }
    }

    [Test, Category("Slow")]
    public async Task A_baseline_is_another_run_by_its_folder_or_its_id_and_is_read_before_the_load()
    {
        using var program = new LoadTestProgram();
        var first = await program.RunAsync([.. Local, "--rate=200", "--duration=1s", "--run-id=first"]);
        string[] relative = [.. Local, "--rate=200", "--duration=1s", "--thresholds=put:p50<=100000%,achieved-rate>=50%baseline,service-p99.5<=100000%"];
        var second = await program.RunAsync([.. relative, "--run-id=second", "--baseline=first"]);
        string[] plan = ["plan", .. relative.Skip(1)];
        var summaryAlone = await program.RunAsync([.. plan, "--baseline=artifacts/runs/first/summary.json"]);
        var record = File.ReadAllBytes(Path.Combine(program.RunsFolder, "first", "run.record"));
        File.WriteAllBytes(Path.Combine(program.RunsFolder, "first", "run.record"), record[..(record.Length / 2)]);
        var cutOff = await program.RunAsync([.. plan, "--baseline=artifacts/runs/first"]);
        var ended = await program.RunAsync([.. Local, "--rate=200", "--duration=20s", "--thresholds=p99<1us", "--run-id=ended"]);
        var partial = await program.RunAsync([.. plan, "--baseline=ended"]);
        var partialSummary = await program.RunAsync([.. plan, "--baseline=artifacts/runs/ended/summary.json"]);
        var missing = await program.RunAsync([.. relative, "--run-id=third", "--baseline=artifacts/runs/nowhere"]);
        using var summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(program.RunsFolder, "second", "summary.json")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.ExitCode, Is.Zero, first.Error);
            Assert.That(second.ExitCode, Is.Zero, second.Error);
            Assert.That(summary.RootElement.GetProperty("thresholds")[1].GetProperty("limit").GetDouble(), Is.EqualTo(100).Within(5));
            missing.ShouldBeRefused(2, "LT0706", "nowhere");
            summaryAlone.ShouldBeRefused(2, "LT0706", "service-p99.5", "first/summary.json");
            cutOff.ShouldBeRefused(2, "LT0706", "breaks off");
            Assert.That(ended.ExitCode, Is.EqualTo(3), ended.Error);
            partial.ShouldBeRefused(2, "LT0706", "ended before its plan did");
            partialSummary.ShouldBeRefused(2, "LT0706", "ended before its plan did");
            Assert.That(Path.Combine(program.RunsFolder, "third"), Does.Not.Exist);
        }
    }
}
