using System.Text;
using System.Text.Json;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Sources;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Records;
using LoadTest.Engine.Thresholds;

namespace LoadTest.Planning;

/// <summary>Reads the run that thresholds are relative to, before the load begins.</summary>
public static class BaselineFile
{
    /// <summary>Reads it, and makes sure that it holds what the thresholds need.</summary>
    /// <param name="place">Where it lies. Its record tells every metric, its summary those that it lists.</param>
    /// <param name="thresholds">All thresholds of this run.</param>
    /// <exception cref="ProblemException">It is not there, cannot be read, is no run or one that ended before its plan did, or lacks a metric.</exception>
    public static Baseline Read(RunPlace place, IReadOnlyList<Threshold> thresholds)
    {
        var file = place.Record ?? place.Summary ?? throw Problem($"there is no run at {place.Name}, neither its folder nor its record or summary", null);
        try
        {
            var baseline = file == place.Record ? OfRecord(file) : OfSummary(file);
            var missing = thresholds.FirstOrDefault(threshold =>
                threshold.LimitKind == LimitKind.OfBaseline && baseline.ValueOf(threshold.Operation, threshold.Metric.Name) is null);
            return missing is null
                ? baseline
                : throw Problem($"the baseline {file} has no value that threshold {missing.Text} could be relative to", null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException or JsonException or RecordException)
        {
            throw Problem($"the baseline {file} cannot be read: {failure.Message}", failure);
        }
    }

    private static Baseline OfSummary(string file)
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(BoundedFile.ReadText(file)));
        return Baseline.Read(json);
    }

    private static Baseline OfRecord(string file)
    {
        using var run = StoredRun.Open(RecordSource.OfFile(file));
        var record = run.Replay([]);
        return record.Result.Ending switch
        {
            Ending.Complete => Baseline.Of(record.Head.RunId, record.Result),
            Ending.Incomplete => throw Problem($"the baseline {file} breaks off before the end of its load", null),
            _ => throw Problem($"the baseline {file} is of a run that ended before its plan did", null),
        };
    }

    private static ProblemException Problem(string what, Exception? cause)
    {
        var problem = new Problem(
            ErrorCodes.UnreadableBaseline, what, "--baseline", "name a finished run: its folder, such as artifacts/runs/RUN-ID, its id, or its summary.json");
        return cause is null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }
}
