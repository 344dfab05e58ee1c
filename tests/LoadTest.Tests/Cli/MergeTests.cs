using System.Buffers.Binary;
using System.Text.Json;
using LoadTest.Results;
using LoadTest.Tests.Results;

namespace LoadTest.Tests.Cli;

/// <summary>The reports of runs that are over, by the built program.</summary>
[Parallelizable]
public sealed class MergeTests
{
    private readonly StoredWorkers _workers = new(workers: 3, intervals: 4, operationsPerInterval: 200);

    [Test, Category("Slow")]
    public async Task A_report_made_from_the_record_is_byte_for_byte_that_of_the_run()
    {
        using var program = new LoadTestProgram();
        await program.RunAsync(["run", "--environment=local", "--rate=300", "--duration=2s", "--run-id=one", "--operation-mix=put=2,get=1", "--duplicate-percentage=10"]);
        var folder = Path.Combine(program.RunsFolder, "one");
        var before = Contents(folder);
        foreach (var path in Directory.GetFiles(folder).Where(path => !path.EndsWith("run.record", StringComparison.Ordinal))) File.Delete(path);

        var report = await program.RunAsync(["report", $"--run-folder={folder}"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.ExitCode, Is.Zero, report.Error);
            Assert.That(Contents(folder), Is.EqualTo(before));
            Assert.That(before.Keys, Does.Contain("summary.json").And.Contain("report.md").And.Contain("timeseries.csv").And.Contain("latency.hlog"));
        }
    }

    [Test]
    public async Task The_results_of_all_workers_become_one_report_and_a_record_of_the_whole()
    {
        using var program = new LoadTestProgram();
        foreach (var worker in Enumerable.Range(0, 3)) _workers.Write(program.Folder.Path, worker);
        var merge = await program.RunAsync(["merge", "--run-folder=."]);
        var merged = Contents(program.Folder.Path);
        var summary = Summary(program);
        var again = await program.RunAsync(["report", "--run-folder=."]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(merge.ExitCode, Is.Zero, merge.Error);
            Assert.That(summary.GetProperty("operations").EnumerateArray().Sum(operation => operation.GetProperty("attempted").GetInt64()), Is.EqualTo(3 * _workers.OperationsEach));
            Assert.That(summary.GetProperty("workers").GetArrayLength(), Is.EqualTo(3));
            Assert.That(summary.GetProperty("workers")[2].GetProperty("startSkewMs").GetDouble(), Is.EqualTo(2));
            Assert.That(summary.GetProperty("outcome").GetString(), Is.EqualTo("passed"));
            Assert.That(File.ReadAllLines(program.Folder.Combine("timeseries.csv")), Has.Length.EqualTo(1 + 4));
            Assert.That(File.ReadAllText(program.Folder.Combine("report.md")), Does.Contain("3 of 3 workers did their share. They began 0.000 to 2.000 ms after the common start"));
            Assert.That(again.ExitCode, Is.Zero, again.Error);
            Assert.That(Contents(program.Folder.Path), Is.EqualTo(merged));
        }
    }

    [Test]
    public async Task A_worker_without_a_result_is_shown_and_fails_the_run()
    {
        using var program = new LoadTestProgram();
        foreach (var worker in Enumerable.Range(0, 3)) _workers.Write(program.Folder.Path, worker);
        program.Folder.Write("manifest.json", "{\"version\":1,\"tasks\":5}");
        File.WriteAllText(program.Folder.Combine("workers", "0001", "run.record"), "not a record at all");
        var merge = await program.RunAsync(["merge", "--run-folder=."]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(merge.ExitCode, Is.EqualTo(1));
            Assert.That(merge.Error, Does.Contain($"Worker 1: {Path.Combine("workers", "0001", "run.record")}: it "));
            Assert.That(merge.Error, Does.Contain("Worker 3: it left no record").And.Contain("Worker 4: it left no record"));
            Assert.That(Summary(program).GetProperty("workers").EnumerateArray().Select(worker => worker.GetProperty("state").GetString()), Is.EqualTo(
                new[] { "complete", "missing", "complete", "missing", "missing" }));
            Assert.That(Summary(program).GetProperty("partial").GetBoolean(), Is.True);
        }
    }

    [Test]
    public async Task A_result_that_only_the_log_has_is_taken_from_there()
    {
        using var program = new LoadTestProgram();
        foreach (var worker in Enumerable.Range(0, 2)) _workers.Write(program.Folder.Path, worker);
        var lines = ResultLines.Of(new MemoryStream(_workers.Record(2))).Select(line => $"2026-01-02T03:04:05Z [2] {line}");
        program.Folder.Write(Path.Combine("logs", "task-2.log"), string.Join('\n', new[] { "run big: open model" }.Concat(lines.Reverse()).Append("outcome: passed")));
        var merge = await program.RunAsync(["merge", "--run-folder=."]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(merge.ExitCode, Is.Zero, merge.Error);
            Assert.That(Summary(program).GetProperty("workers").EnumerateArray().Select(worker => worker.GetProperty("attempted").GetInt64()), Is.All.EqualTo(_workers.OperationsEach));
        }
    }

    [Test]
    public async Task What_cannot_be_merged_says_why_and_which_file()
    {
        using var program = new LoadTestProgram();
        var record = _workers.Write(program.Folder.Path, 0);
        var bytes = File.ReadAllBytes(record);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), 99);
        File.WriteAllBytes(record, bytes);
        (await program.RunAsync(["merge", "--run-folder=."])).ShouldBeRefused(2, "LT0712", Path.Combine("workers", "0000", "run.record"), "it has format 99");
        File.WriteAllText(record, "");
        (await program.RunAsync(["merge", "--run-folder=."])).ShouldBeRefused(1, "LT0711", Path.Combine("workers", "0000", "run.record"));
        (await program.RunAsync(["report", "--run-folder=."])).ShouldBeRefused(2, "LT0713", "merge the workers' results first");
        (await program.RunAsync(["merge", "--run-folder=nowhere"])).ShouldBeRefused(2, "LT0713", "nowhere");
        (await program.RunAsync(["merge"])).ShouldBeRefused(2, "LT0110", "--run-folder");
    }

    private static Dictionary<string, string> Contents(string folder) =>
        Directory.GetFiles(folder).ToDictionary(path => Path.GetFileName(path)!, path => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))));

    private static JsonElement Summary(LoadTestProgram program)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(program.Folder.Combine("summary.json")));
        return json.RootElement.Clone();
    }
}
