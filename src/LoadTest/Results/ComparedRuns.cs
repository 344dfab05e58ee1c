using System.Text;
using LoadTest.Configuration.Problems;
using LoadTest.Engine.Comparing;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Records;
using LoadTest.Engine.Reporting.Html;
using LoadTest.Engine.Thresholds;
using LoadTest.Planning;

namespace LoadTest.Results;

/// <summary>Compares two runs that are over, and writes <c>compare.html</c> into the second one's folder.</summary>
public static class ComparedRuns
{
    /// <summary>The page's name.</summary>
    public const string PageName = "compare.html";

    /// <summary>Compares them.</summary>
    /// <param name="first">The run to compare with.</param>
    /// <param name="second">The run that is compared.</param>
    /// <exception cref="ProblemException">One holds no record, or it cannot be read.</exception>
    public static RunPair Compare(RunPlace first, RunPlace second)
    {
        var (a, b) = (Read(first), Read(second));
        return new RunPair(a.Run, b.Run, RunComparison.Of(a.Samples, b.Samples));
    }

    /// <summary>Writes the page beside the second run's record, and gives its path.</summary>
    /// <exception cref="ProblemException">It cannot be written.</exception>
    public static string Write(RunPair comparison, RunPlace second)
    {
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(RecordOf(second))!, PageName));
        try
        {
            using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            ComparisonPage.Write(comparison, writer);
            return path;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(
                new Problem(ErrorCodes.ArtifactsNotWritable, $"the comparison cannot be written to {path}: {failure.Message}", null, "make the second run's folder writable"), failure);
        }
    }

    private static string RecordOf(RunPlace place) => place.Record ?? throw new ProblemException(new Problem(
        ErrorCodes.ResultsMissing, $"there is no {RunPlace.RecordName} of a run at {place.Name}", "the command line",
        "give the folders or the ids of two runs: compare artifacts/runs/A artifacts/runs/B"));

    private static (ComparedRun Run, RunSamples Samples) Read(RunPlace place) => StoredReports.Explained(() =>
    {
        var samples = new RunSamples();
        using var stored = StoredRun.Open(RecordSource.OfFile(RecordOf(place)));
        var record = stored.Replay([samples]);
        return (new ComparedRun(record.Head.RunId, record.Head.Load, record.Head.StartedAt, samples.Points, Sample.Of(record.Result).ResponseTimes)
        {
            IsPartial = record.Result.Ending != Ending.Complete,
        }, samples);
    });
}
