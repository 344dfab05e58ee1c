
namespace LoadTest.Engine.Records;

/// <summary>The record of one worker, while it is added to those of the others.</summary>
internal sealed class WorkerRecord : IDisposable
{
    private readonly RecordSource? _source;

    private WorkerRecord(int index, RecordSource? source, RecordReader? reader, RecordException? unreadable)
    {
        Index = index;
        _source = source;
        Reader = reader;
        Unreadable = unreadable;
    }

    /// <summary>Which worker it is, from zero.</summary>
    public int Index { get; }

    /// <summary>Reads it; null where there is none, or none that can be read.</summary>
    public RecordReader? Reader { get; }

    /// <summary>Why it cannot be read; null where it can.</summary>
    public RecordException? Unreadable { get; }

    /// <summary>Operations that its plan asked for, in the intervals that were added.</summary>
    public long Offered { get; private set; }

    /// <summary>Its operations that ended in them.</summary>
    public long Attempted { get; private set; }

    /// <summary>The end of the last of them, from the measured part's start.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Why its result is not whole; null where it is. Known when all of it was read.</summary>
    public string? Flaw =>
        Unreadable is not null ? Unreadable.Message
        : Reader is null ? "it left no record"
        : Reader.BreaksOff is { } why ? $"{_source!.Name} breaks off: {why}"
        : null;

    /// <summary>Opens a record. One that cannot be read is kept as such, unless a later version of this program could read it.</summary>
    public static WorkerRecord Open(RecordSource source)
    {
        var stream = source.Open();
        try
        {
            var reader = new RecordReader(stream);
            return new WorkerRecord(reader.Head.Share.Count > 1 ? reader.Head.Share.Index : source.Worker, source, reader, null);
        }
        catch (RecordException flaw)
        {
            stream.Dispose();
            if (flaw.Flaw == RecordFlaw.Newer) throw flaw.In(source);
            return new WorkerRecord(source.Worker, source, null, flaw.In(source));
        }
    }

    /// <summary>A worker that left no record.</summary>
    public static WorkerRecord Missing(int index) => new(index, null, null, null);

    /// <summary>Where the next interval belongs among those of all workers; null when there is none left.</summary>
    public long? NextPlace(TimeSpan interval) => Reader is { HasInterval: true } ? PlaceOf(Reader.IntervalEnd, interval) : null;

    /// <summary>Adds the next interval.</summary>
    /// <returns>What was in flight at its end.</returns>
    /// <exception cref="RecordException">It makes no sense.</exception>
    public long AddNext(IntervalFigures figures)
    {
        try
        {
            var (offered, attempted) = (figures.Offered, figures.Attempted);
            var inFlight = figures.Add(Reader!.Interval);
            Offered += figures.Offered - offered;
            Attempted += figures.Attempted - attempted;
            Elapsed = Reader.IntervalEnd;
            Reader.Advance();
            return inFlight;
        }
        catch (RecordException flaw)
        {
            throw Named(flaw);
        }
    }

    /// <summary>The same with this record's name.</summary>
    public RecordException Named(RecordException flaw) => flaw.In(_source!);

    public void Dispose() => Reader?.Dispose();

    // By its end, so that what is left after the last whole interval joins that one.
    private static long PlaceOf(TimeSpan end, TimeSpan interval) => Math.Max(0, (end - interval / 2).Ticks / interval.Ticks);
}
