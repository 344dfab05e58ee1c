using System.Globalization;
using LoadTest.Configuration.Problems;
using LoadTest.Engine.Records;
using LoadTest.Planning;

namespace LoadTest.Results;

/// <summary>
/// What the workers of a run left in its folder: <c>workers/NUMBER/run.record</c>, and for a worker without one a saved log with the lines of
/// its result, in its folder or in <c>logs/</c>.
/// </summary>
public static class WorkerRecords
{
    private const string Logs = "*.log";

    /// <summary>The records, at most one a worker.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <exception cref="ProblemException">There is no folder, or no result in it.</exception>
    public static IReadOnlyList<RecordSource> In(string folder)
    {
        if (!Directory.Exists(folder)) throw NoResults($"there is no folder {folder}");
        var records = new SortedDictionary<int, RecordSource>();
        foreach (var (worker, path) in WorkerFolders(folder))
        {
            var record = Path.Combine(path, RunPlace.RecordName);
            if (File.Exists(record)) records[worker] = RecordSource.OfFile(record, worker) with { Name = Path.GetRelativePath(folder, record) };
        }

        foreach (var log in LogFiles(folder))
        {
            if (OfLog(folder, log) is { } found) records.TryAdd(found.Worker, found);
        }

        return records.Count > 0 ? [.. records.Values] : throw NoResults($"no worker left a result in {folder}");
    }

    private static IEnumerable<(int Worker, string Path)> WorkerFolders(string folder)
    {
        var workers = Path.Combine(folder, "workers");
        if (!Directory.Exists(workers)) yield break;
        foreach (var path in Directory.EnumerateDirectories(workers))
        {
            if (int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var worker)) yield return (worker, path);
        }
    }

    private static IEnumerable<string> LogFiles(string folder)
    {
        var logs = Path.Combine(folder, "logs");
        return new[] { logs }.Concat(WorkerFolders(folder).Select(worker => worker.Path)).Where(Directory.Exists)
            .SelectMany(path => Directory.EnumerateFiles(path, Logs, SearchOption.AllDirectories)).Order(StringComparer.Ordinal);
    }

    private static RecordSource? OfLog(string folder, string log)
    {
        var name = Path.GetRelativePath(folder, log);
        try
        {
            if (ResultLines.Read(File.ReadLines(log)) is not { } bytes) return null;
            using var reader = new RecordReader(new MemoryStream(bytes));
            return new RecordSource(reader.Head.Share.Index, name, () => new MemoryStream(bytes));
        }
        catch (Exception broken) when (broken is InvalidDataException or RecordException)
        {
            throw new ProblemException(
                new Problem(ErrorCodes.RecordUnreadable, $"{name}: {broken.Message}", null, "save the whole log of each task in a file of its own, or remove this one"), broken);
        }
    }

    private static ProblemException NoResults(string what) => new(new Problem(
        ErrorCodes.ResultsMissing, what, "--run-folder", "give the folder of a run, such as artifacts/runs/RUN-ID"));
}
