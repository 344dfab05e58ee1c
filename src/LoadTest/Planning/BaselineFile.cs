using System.Text.Json;
using LoadTest.Configuration.Problems;
using LoadTest.Engine.Thresholds;

namespace LoadTest.Planning;

/// <summary>Reads the run that thresholds are relative to, before the load begins.</summary>
public static class BaselineFile
{
    /// <summary>Reads it, and makes sure that it holds what the thresholds need.</summary>
    /// <param name="path">The folder of a run, or its <c>summary.json</c>.</param>
    /// <param name="thresholds">All thresholds of this run.</param>
    /// <exception cref="ProblemException">It cannot be read, is no summary, or lacks a metric.</exception>
    public static Baseline Read(string path, IReadOnlyList<Threshold> thresholds)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, "summary.json") : path;
        try
        {
            using var stream = File.OpenRead(file);
            var baseline = Baseline.Read(stream);
            var missing = thresholds.FirstOrDefault(threshold =>
                threshold.LimitKind == LimitKind.OfBaseline && baseline.ValueOf(threshold.Operation, threshold.Metric.Name) is null);
            return missing is null
                ? baseline
                : throw Problem($"the baseline {file} has no value that threshold {missing.Text} could be relative to", null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Problem($"the baseline {file} cannot be read: {failure.Message}", failure);
        }
    }

    private static ProblemException Problem(string what, Exception? cause)
    {
        var problem = new Problem(
            ErrorCodes.UnreadableBaseline, what, "--baseline", "name the folder of a finished run, such as artifacts/runs/RUN-ID");
        return cause is null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }
}
