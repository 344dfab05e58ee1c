using System.Text;
using LoadTest.Configuration.Problems;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Reporting.Html;
using LoadTest.Engine.Reporting.Timelines;

namespace LoadTest.Results;

/// <summary>The folder of a run's results. Made before the load begins, so that a disk that cannot be written is found out first.</summary>
public sealed class RunFolder : IDisposable
{
    private readonly TextWriter _timeSeries;
    private readonly TextWriter _latencies;
    private readonly Timeline _timeline = new();
    private readonly KeepGoing _observer;

    private RunFolder(string path, TimeProvider time)
    {
        Path = path;
        _timeSeries = CreateText("timeseries.csv");
        _latencies = CreateText("latency.hlog");
        _observer = new KeepGoing([new TimeSeriesCsv(_timeSeries), new LatencyLog(_latencies, time), _timeline]);
    }

    /// <summary>The folder's path.</summary>
    public string Path { get; }

    /// <summary>Writes the time series and the latency log as the load goes.</summary>
    public IRunObserver Observer => _observer;

    /// <summary>Makes the folder.</summary>
    /// <param name="parent">The folder of all runs.</param>
    /// <param name="runId">The run's id: the folder's name.</param>
    /// <param name="time">For the time stamps of the latency log.</param>
    /// <exception cref="ProblemException">It cannot be written, or a run of that id is there.</exception>
    public static RunFolder Create(string parent, string runId, TimeProvider time)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(parent, runId));
        if (File.Exists(System.IO.Path.Combine(path, "timeseries.csv")))
        {
            throw new ProblemException(new Problem(
                ErrorCodes.RunIdTaken, $"there are results of a run {runId} already, in {path}", "--run-id", "give another --run-id, or none for a new one"));
        }

        try
        {
            Directory.CreateDirectory(path);
            return new RunFolder(path, time);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(NotWritable(path, failure), failure);
        }
    }

    /// <summary>Writes the reports.</summary>
    /// <exception cref="ProblemException">Something could not be written, during the load or now.</exception>
    public void Write(RunSummary summary)
    {
        try
        {
            WriteWhole("summary.json", stream => SummaryJson.Write(summary, stream));
            WriteWhole("junit.xml", stream => JUnitXml.Write(summary, stream));
            WriteText("report.md", text => MarkdownReport.Write(summary, text));
            WriteText("report.html", text => HtmlReport.Write(summary, _timeline.Points(), text));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(NotWritable(Path, failure), failure);
        }

        if (_observer.Failure is { } earlier) throw new ProblemException(NotWritable(Path, earlier), earlier);
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        try
        {
            _latencies.Dispose();
            _timeSeries.Dispose();
        }
        catch (IOException)
        {
            // The disk is full: that was said when it was met first, and nothing is left to be done about it here.
        }

        // A run whose load never began leaves no results, and its id is free again.
        if (!_observer.HasStarted) Directory.Delete(Path, recursive: true);
    }

    private void WriteText(string name, Action<TextWriter> write) => WriteWhole(name, stream =>
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        write(text);
    });

    // Under another name until it is whole: nobody meets half a report.
    private void WriteWhole(string name, Action<Stream> write)
    {
        var part = name + ".part";
        using (var stream = Create(part)) write(stream);
        File.Move(System.IO.Path.Combine(Path, part), System.IO.Path.Combine(Path, name), overwrite: true);
    }

    private StreamWriter CreateText(string name) => new(Create(name), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private FileStream Create(string name) => new(System.IO.Path.Combine(Path, name), FileMode.Create, FileAccess.Write, FileShare.Read);

    private static Problem NotWritable(string path, Exception failure) => new(
        ErrorCodes.ArtifactsNotWritable, $"results cannot be written to {path}: {failure.Message}", null,
        "give a folder that can be written, with room, by --artifacts-path");

    /// <summary>A disk that fills up in mid-run must not end the load: the first failure is kept, and said at the end.</summary>
    private sealed class KeepGoing(IReadOnlyList<IRunObserver> observers) : IRunObserver
    {
        public IOException? Failure { get; private set; }

        public bool HasStarted { get; private set; }

        public void OnStart()
        {
            HasStarted = true;
            Try(observer => observer.OnStart());
        }

        public void OnInterval(IntervalReport interval) => Try(observer => observer.OnInterval(interval));

        private void Try(Action<IRunObserver> action)
        {
            try
            {
                if (Failure is null) foreach (var observer in observers) action(observer);
            }
            catch (IOException failure)
            {
                Failure = failure;
            }
        }
    }
}
