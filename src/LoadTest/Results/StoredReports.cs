using System.Text.Json;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Engine.Records;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Thresholds;
using LoadTest.Planning;

namespace LoadTest.Results;

/// <summary>Makes the reports of a run that is over, from what it left in its folder.</summary>
/// <param name="folder">The run's folder.</param>
public sealed class StoredReports(string folder)
{
    /// <summary>Adds the results of all workers up, and writes the record and the reports of the whole.</summary>
    /// <param name="show">Shows the summary, also where a file cannot be written.</param>
    /// <exception cref="ProblemException">There are no results, or they cannot be read or written.</exception>
    public RunSummary Merge(Action<RunSummary> show) => Explained(() =>
    {
        using var run = StoredRun.OpenAll(WorkerRecords.In(folder), ExpectedWorkers());
        return Write(run, run.Head, show);
    });

    /// <summary>Writes the reports anew from the run's record.</summary>
    /// <param name="show">Shows the summary, also where a file cannot be written.</param>
    /// <exception cref="ProblemException">There is no record, or it cannot be read, or a report cannot be written.</exception>
    public RunSummary Render(Action<RunSummary> show) => Explained(() =>
    {
        var path = Path.Combine(folder, RunPlace.RecordName);
        if (!File.Exists(path))
        {
            throw new ProblemException(new Problem(
                ErrorCodes.ResultsMissing, $"there is no {RunPlace.RecordName} in {folder}", "--run-folder",
                Directory.Exists(Path.Combine(folder, "workers")) ? $"merge the workers' results first: merge --run-folder={folder}" : "give the folder of a run"));
        }

        using var run = StoredRun.Open(RecordSource.OfFile(path));
        return Write(run, null, show);
    });

    private RunSummary Write(StoredRun run, RecordHead? head, Action<RunSummary> show)
    {
        using var files = RunFolder.Reopen(folder, head);
        var record = run.Replay([files.Observer]);
        var thresholds = ThresholdPlan.Of(record.Head.Settings);
        var summary = SummaryBuilder.Build(record, thresholds, files.Points, BaselineOf(record.Head.Settings, thresholds));
        try
        {
            files.Write(summary, record.Close);
        }
        finally
        {
            show(summary);
        }

        return summary;
    }

    // As the run itself found it; on another machine it may not be there, and the thresholds that need it say so.
    private Baseline? BaselineOf(IReadOnlyList<ReportedSetting> settings, IReadOnlyList<Threshold> thresholds)
    {
        if (settings.FirstOrDefault(setting => setting.Name == ThresholdOptions.Baseline.Name)?.Value is not { } given) return null;
        var place = RunPlace.Of(given, Path.GetDirectoryName(Path.GetFullPath(folder)) ?? folder);
        return place is { Record: null, Summary: null } ? null : BaselineFile.Read(place, thresholds);
    }

    // How many there were is written down by whoever started them, before any of them could fail.
    private int? ExpectedWorkers()
    {
        var path = Path.Combine(folder, "manifest.json");
        if (!File.Exists(path)) return null;
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
            return manifest.RootElement.GetProperty("tasks").GetInt32();
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ProblemException(
                new Problem(ErrorCodes.RecordUnreadable, $"{path} is no manifest of a run: {broken.Message}", null, "fetch it again, or remove it"), broken);
        }
    }

    internal static T Explained<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RecordException flaw) when (flaw.Flaw == RecordFlaw.Newer)
        {
            throw new ProblemException(new Problem(ErrorCodes.RecordNewer, flaw.Message, null, "take the version of this program that wrote it"), flaw);
        }
        catch (RecordException flaw)
        {
            throw new ProblemException(new Problem(ErrorCodes.RecordUnreadable, flaw.Message, null, "fetch it again from where it was written, or remove it"), flaw);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(new Problem(ErrorCodes.UnreadableFile, failure.Message, null, "make the run's files readable"), failure);
        }
    }
}
