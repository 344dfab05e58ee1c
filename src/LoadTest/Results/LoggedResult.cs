using System.Globalization;
using LoadTest.Engine.Records;

namespace LoadTest.Results;

/// <summary>
/// A run's record for the log, where it cannot be uploaded. One that would fill the log is written with longer intervals: its counts and latencies
/// are all there, and it says itself that it is not so fine in time any more.
/// </summary>
public static class LoggedResult
{
    /// <summary>How long the lines of a result may be together, in characters: some 500 lines, which a log driver takes in a few seconds.</summary>
    public const int Most = 8 * 1024 * 1024;

    private const int MostDoublings = 20;

    /// <summary>The lines of a record.</summary>
    /// <param name="path">The record.</param>
    /// <param name="most">How long they may be together, in characters.</param>
    /// <returns>The lines, and how long the intervals are that they hold; null where the record is as it was.</returns>
    /// <exception cref="RecordException">The record has to be shortened, and cannot be read.</exception>
    public static (IReadOnlyList<string> Lines, TimeSpan? Interval) Of(string path, int most = Most)
    {
        using var whole = File.OpenRead(path);
        string[] lines = [.. ResultLines.Of(whole)];
        var source = RecordSource.OfFile(path);
        TimeSpan? interval = null;
        for (var doubling = 1; Length(lines) > most && doubling <= MostDoublings; doubling++)
        {
            interval = IntervalOf(source) * (1 << doubling);
            lines = Condensed(source, interval.Value);
        }

        return (lines, interval);
    }

    private static string[] Condensed(RecordSource source, TimeSpan interval)
    {
        using var record = new MemoryStream();
        var note = string.Create(CultureInfo.InvariantCulture, $"its result came through the log, with intervals of {interval.TotalSeconds:0.##} s");
        StoredRun.Condense(source, interval, note, record);
        return [.. ResultLines.Of(new MemoryStream(record.ToArray()))];
    }

    private static TimeSpan IntervalOf(RecordSource source)
    {
        using var run = StoredRun.Open(source);
        return run.Head.Interval;
    }

    private static long Length(string[] lines) => lines.Sum(line => (long)line.Length);
}
