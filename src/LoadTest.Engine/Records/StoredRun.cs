using System.Runtime.ExceptionServices;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;

namespace LoadTest.Engine.Records;

/// <summary>
/// A run out of its record, or out of those of all its workers. Histograms and counts are added, interval by interval, and never averaged; what
/// is held at a time is one interval, however long the run was.
/// </summary>
public sealed class StoredRun : IDisposable
{
    private const int WorthSharing = 64;
    private readonly IReadOnlyList<WorkerRecord> _workers;
    private readonly RunStart _start;
    private readonly bool _isMerge;

    // Intervals that end in the same step become one; null where each stays as it is.
    private readonly TimeSpan? _step;

    private StoredRun(IReadOnlyList<WorkerRecord> workers, RecordHead head, bool isMerge, TimeSpan? step)
    {
        _workers = workers;
        _isMerge = isMerge;
        _step = step;
        _start = MergedHead.StartOf(workers) ?? new RunStart(head.StartedAt, [], []);
        Head = head;
    }

    /// <summary>What was known before the load; of several workers, for the whole run.</summary>
    public RecordHead Head { get; }

    /// <summary>Opens the record of a run.</summary>
    /// <exception cref="RecordException">It has no head that can be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static StoredRun Open(RecordSource source)
    {
        var record = WorkerRecord.Open(source);
        return new StoredRun([record], (record.Reader ?? throw record.Unreadable!).Head, isMerge: false, step: null);
    }

    /// <summary>Writes a record anew with longer intervals: what is counted and measured is all there, only not so finely in time.</summary>
    /// <param name="source">The record.</param>
    /// <param name="interval">How long the intervals are to be.</param>
    /// <param name="note">What those who read it must know of it.</param>
    /// <param name="destination">Where to; it is closed.</param>
    /// <exception cref="RecordException">The record has no head that can be read, or an interval makes no sense.</exception>
    public static void Condense(RecordSource source, TimeSpan interval, string note, Stream destination)
    {
        var record = WorkerRecord.Open(source);
        using var run = new StoredRun([record], (record.Reader ?? throw record.Unreadable!).Head, isMerge: false, interval);
        using var writer = new RecordWriter(destination, run.Head);
        writer.Close(run.Replay([writer]).Close with { Note = note });
    }

    /// <summary>Opens the records of a run's workers.</summary>
    /// <param name="sources">The records that are there; at least one.</param>
    /// <param name="expected">How many workers there were, or null where only the records know.</param>
    /// <exception cref="RecordException">None can be read, one is of a later version, or they are not of one run.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static StoredRun OpenAll(IReadOnlyList<RecordSource> sources, int? expected)
    {
        List<WorkerRecord> records = [];
        try
        {
            foreach (var source in sources) records.Add(WorkerRecord.Open(source));
            var head = MergedHead.Of(records);
            foreach (var missing in Enumerable.Range(0, Math.Max(expected ?? 0, head.Share.Count)).Except(records.Select(record => record.Index)))
                records.Add(WorkerRecord.Missing(missing));
            return new StoredRun([.. records.OrderBy(record => record.Index)], head, isMerge: true, head.Interval);
        }
        catch
        {
            foreach (var record in records) record.Dispose();
            throw;
        }
    }

    /// <summary>Tells the observers what those of the run were told, and gives the whole. Can be done once.</summary>
    /// <exception cref="RecordException">An interval makes no sense.</exception>
    public RunRecord Replay(IReadOnlyList<IRunObserver> observers)
    {
        var totals = new RunTotals();
        observers = [totals, .. observers];
        foreach (var observer in observers) observer.OnStart(_start);
        ReplayIntervals(observers);
        WorkerEnd[] ends = [.. _workers.Select(WorkerEnd.Of)];
        var end = MergedEnd.OfLoad(ends);
        foreach (var observer in observers) observer.OnEnd(end);
        return new RunRecord(Head, ResultBuilder.Build(totals, end), _isMerge ? MergedEnd.OfRun(ends) : ends[0].Close);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var worker in _workers) worker.Dispose();
    }

    private void ReplayIntervals(IReadOnlyList<IRunObserver> observers)
    {
        var parts = Parts();
        var figures = parts[0].Figures;
        var reports = new IntervalReports(Head, _start);
        var start = TimeSpan.Zero;
        while (NextPlace() is { } place)
        {
            AddAt(place, parts);
            var report = reports.Of(figures, start);
            foreach (var observer in observers) observer.OnInterval(report);
            start = figures.End;
        }
    }

    // Adding is a matter of memory and counting alone: as many threads as there are processors share the records.
    private (IReadOnlyList<WorkerRecord> Workers, IntervalFigures Figures)[] Parts()
    {
        var count = _workers.Count < WorthSharing ? 1 : Environment.ProcessorCount;
        return [.. _workers.Chunk((_workers.Count + count - 1) / count).Select(part => ((IReadOnlyList<WorkerRecord>)part, new IntervalFigures(_start)))];
    }

    private void AddAt(long place, (IReadOnlyList<WorkerRecord> Workers, IntervalFigures Figures)[] parts)
    {
        try
        {
            Parallel.ForEach(parts, part =>
            {
                part.Figures.Clear();
                foreach (var worker in part.Workers) AddAt(place, worker, part.Figures);
            });
        }
        catch (AggregateException flaws)
        {
            ExceptionDispatchInfo.Throw(flaws.InnerExceptions[0]);
        }

        foreach (var part in parts.Skip(1)) parts[0].Figures.Add(part.Figures);
    }

    // Of several workers the intervals that lie side by side become one.
    private void AddAt(long place, WorkerRecord worker, IntervalFigures figures)
    {
        if (NextPlace(worker) != place) return;
        long inFlight;
        do inFlight = worker.AddNext(figures);
        while (_step is not null && NextPlace(worker) == place);
        figures.InFlight += inFlight;
    }

    private long? NextPlace() => _workers.Min(NextPlace);

    private long? NextPlace(WorkerRecord worker) => worker.NextPlace(_step ?? Head.Interval);
}
