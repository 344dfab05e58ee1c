using System.Security.Cryptography;
using LoadTest.Engine.Records;
using LoadTest.Results;
using TestSupport;

namespace LoadTest.Tests.Results;

public sealed class ResultLinesTests
{
    private const int LongestLine = 16 * 1024;
    private static readonly byte[] Record = RandomNumberGenerator.GetBytes(100_000);

    [Test]
    public void A_record_comes_back_from_its_lines_in_any_order_among_others_and_given_twice()
    {
        var lines = Lines();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.Length.GreaterThan(5));
            Assert.That(lines.Max(line => line.Length), Is.LessThan(LongestLine - 256), "room for what a log puts in front");
            Assert.That(ResultLines.Read(["before", .. lines.Reverse(), lines[0], "after"]), Is.EqualTo(Record));
            Assert.That(ResultLines.Read(["no result here", "LT-RESULT of no kind"]), Is.Null);
        }
    }

    [Test]
    public void What_is_missing_changed_or_mixed_up_is_refused()
    {
        var lines = Lines();
        var changed = lines[2].Replace(lines[2][^20..], lines[2][^20..].ToLowerInvariant().Replace('a', 'b'), StringComparison.Ordinal);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => ResultLines.Read(lines[1..]), Throws.InstanceOf<InvalidDataException>().With.Message.StartsWith("1 of "));
            Assert.That(() => ResultLines.Read([.. lines, changed]), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("several workers"));
            Assert.That(() => ResultLines.Read(lines.Select(line => line == lines[0] ? line[..^1] : line)), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("changed"));
        }
    }

    [Test]
    public void A_result_that_would_fill_the_log_keeps_all_counts_and_latencies_in_longer_intervals_and_says_so()
    {
        using var folder = new TemporaryFolder();
        var workers = new StoredWorkers(workers: 2, intervals: 60, operationsPerInterval: 100);
        var path = workers.Write(folder.Path, 1);
        var (all, uncut) = LoggedResult.Of(path);
        var most = all.Sum(line => line.Length) / 3;
        var (lines, interval) = LoggedResult.Of(path, most);
        using var logged = StoredRun.OpenAll([new RecordSource(1, "the log", () => new MemoryStream(ResultLines.Read(lines)!))], null);
        using var file = StoredRun.OpenAll([RecordSource.OfFile(path)], null);
        var (seen, expected) = (logged.Replay([]), file.Replay([]));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(uncut, Is.Null, "short enough as it is");
            Assert.That(lines.Sum(line => line.Length), Is.LessThanOrEqualTo(most));
            Assert.That(interval, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(40)));
            Assert.That(seen.Result.Operations, Has.Count.EqualTo(3));
            Assert.That(Figures(seen), Is.EqualTo(Figures(expected)));
            Assert.That(seen.Close.Workers[1].Note, Is.EqualTo($"its result came through the log, with intervals of {interval!.Value.TotalSeconds} s"));
        }
    }

    private static IEnumerable<object> Figures(RunRecord record) => record.Result.Operations.Select(operation =>
        (object)(operation.Name, operation.Attempted, operation.Succeeded, operation.Attempts, operation.Units, operation.ResponseTime, operation.ServiceTime));

    private static string[] Lines() => [.. ResultLines.Of(new MemoryStream(Record))];
}
