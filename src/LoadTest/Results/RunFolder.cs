using System.Text;
using LoadTest.Configuration.Problems;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Records;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Reporting.Html;
using LoadTest.Engine.Reporting.Timelines;
using LoadTest.Planning;

namespace LoadTest.Results;

/// <summary>The folder of a run's results. Made before the load begins, so that a disk that cannot be written is found out first.</summary>
public sealed class RunFolder : IDisposable
{
    private const string TimeSeriesName = "timeseries.csv";
    private readonly TextWriter _timeSeries;
    private readonly TextWriter _latencies;
    private readonly Timeline _timeline = new();
    private readonly RecordWriter? _record;
    private readonly bool _isNew;
    private readonly KeepGoing _observer;

    private RunFolder(string path, RecordHead? head, bool isNew)
    {
        Path = path;
        _isNew = isNew;
        _timeSeries = CreateText(TimeSeriesName);
        _latencies = CreateText("latency.hlog");
        _record = head is null ? null : new RecordWriter(Create(RunPlace.RecordName), head);
        _observer = new KeepGoing(new ObserverGroup([.. new[] { _record }.OfType<RecordWriter>(), new TimeSeriesCsv(_timeSeries), new LatencyLog(_latencies), _timeline]));
    }

    /// <summary>The folder's path.</summary>
    public string Path { get; }

    /// <summary>Writes the record, the time series and the latency log as the load goes.</summary>
    public IRunObserver Observer => _observer;

    /// <summary>What happened over time, as far as the load has come.</summary>
    public IReadOnlyList<TimelinePoint> Points => _timeline.Points();

    /// <summary>Makes the folder.</summary>
    /// <param name="parent">The folder of all runs.</param>
    /// <param name="head">What the run's record begins with; the run's id is the folder's name.</param>
    /// <exception cref="ProblemException">It cannot be written, or a run of that id is there.</exception>
    public static RunFolder Create(string parent, RecordHead head)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(parent, head.RunId));
        if (File.Exists(System.IO.Path.Combine(path, TimeSeriesName)))
        {
            throw new ProblemException(new Problem(
                ErrorCodes.RunIdTaken, $"there are results of a run {head.RunId} already, in {path}", "--run-id", "give another --run-id, or none for a new one"));
        }

        return Open(path, head, isNew: true);
    }

    /// <summary>Opens the folder of a run that is over, to write its files anew.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="head">What the record begins with, or null where the record stays as it is.</param>
    /// <exception cref="ProblemException">It cannot be written.</exception>
    public static RunFolder Reopen(string path, RecordHead? head) => Open(System.IO.Path.GetFullPath(path), head, isNew: false);

    /// <summary>Ends the record, and writes the reports.</summary>
    /// <exception cref="ProblemException">Something could not be written, during the load or now.</exception>
    public void Write(RunSummary summary, RecordClose close)
    {
        try
        {
            _record?.Close(close);
            WriteWhole("summary.json", stream => SummaryJson.Write(summary, stream));
            WriteWhole("junit.xml", stream => JUnitXml.Write(summary, stream));
            WriteText("report.md", text => MarkdownReport.Write(summary, text));
            WriteText("report.html", text => HtmlReport.Write(summary, Points, text));
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
            _record?.Dispose();
            _latencies.Dispose();
            _timeSeries.Dispose();
        }
        catch (IOException)
        {
            // The disk is full: that was said when it was met first, and nothing is left to be done about it here.
        }

        // A run whose load never began leaves no results, and its id is free again.
        if (_isNew && !_observer.HasStarted) Directory.Delete(Path, recursive: true);
    }

    private static RunFolder Open(string path, RecordHead? head, bool isNew)
    {
        try
        {
            Directory.CreateDirectory(path);
            return new RunFolder(path, head, isNew);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(NotWritable(path, failure), failure);
        }
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
    private sealed class KeepGoing(IRunObserver observer) : IRunObserver
    {
        public IOException? Failure { get; private set; }

        public bool HasStarted { get; private set; }

        public void OnStart(RunStart start)
        {
            HasStarted = true;
            Try(() => observer.OnStart(start));
        }

        public void OnInterval(IntervalReport interval) => Try(() => observer.OnInterval(interval));

        public void OnEnd(LoadEnd end) => Try(() => observer.OnEnd(end));

        private void Try(Action action)
        {
            try
            {
                if (Failure is null) action();
            }
            catch (IOException failure)
            {
                Failure = failure;
            }
        }
    }
}
