using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Records;

/// <summary>The figures of one interval, added up over any number of stored ones. Used again for the next interval.</summary>
internal sealed class IntervalFigures(RunStart start)
{
    private readonly OperationFigures[] _operations = [.. start.Operations.Select(_ => new OperationFigures(start.Categories.Count))];

    /// <summary>The latest end of those that were added, from the measured part's start.</summary>
    public TimeSpan End { get; private set; }

    /// <summary>Operations that the plan asked for.</summary>
    public long Offered { get; private set; }

    /// <summary>Operations begun and not ended when the interval ended; whoever adds intervals sets it, as only each worker's last one counts.</summary>
    public long InFlight { get; set; }

    /// <summary>Operations begun late.</summary>
    public long LateStarts { get; private set; }

    /// <summary>The highest share of a machine's processors.</summary>
    public double ProcessorShare { get; private set; }

    /// <summary>How late operations were begun.</summary>
    public DenseHistogram Lateness { get; } = new();

    /// <summary>Operations that ended.</summary>
    public long Attempted => _operations.Sum(operation => operation.Ended.Sum());

    /// <summary>The operations, in the start's order.</summary>
    public IReadOnlyList<OperationFigures> Operations => _operations;

    /// <summary>When a stored interval begins and ends, from the measured part's start.</summary>
    public static (TimeSpan Start, TimeSpan End) TimesOf(ReadOnlySpan<byte> stored)
    {
        var reader = new ByteReader(stored);
        return (TimeSpan.FromTicks(reader.Number()), TimeSpan.FromTicks(reader.Number()));
    }

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        (End, Offered, InFlight, LateStarts, ProcessorShare) = (TimeSpan.Zero, 0, 0, 0, 0);
        Lateness.Clear();
        foreach (var operation in _operations) operation.Clear();
    }

    /// <summary>Adds a stored interval.</summary>
    /// <param name="stored">What <see cref="Write"/> wrote.</param>
    /// <returns>What was in flight at its end.</returns>
    /// <exception cref="RecordException">It is something else.</exception>
    public long Add(ReadOnlySpan<byte> stored)
    {
        var reader = new ByteReader(stored);
        reader.Number();
        var end = TimeSpan.FromTicks(reader.Number());
        if (end > End) End = end;
        Offered += reader.Number();
        var inFlight = reader.Number();
        LateStarts += reader.Number();
        ProcessorShare = Math.Max(ProcessorShare, reader.Fraction());
        Lateness.Add(ref reader);
        foreach (var operation in _operations) operation.Add(ref reader);
        return reader.IsAtEnd ? inFlight : throw RecordException.Senseless();
    }

    /// <summary>Adds the figures of others.</summary>
    public void Add(IntervalFigures other)
    {
        if (other.End > End) End = other.End;
        Offered += other.Offered;
        InFlight += other.InFlight;
        LateStarts += other.LateStarts;
        ProcessorShare = Math.Max(ProcessorShare, other.ProcessorShare);
        Lateness.Add(other.Lateness);
        for (var i = 0; i < _operations.Length; i++) _operations[i].Add(other._operations[i]);
    }

    /// <summary>Writes an interval.</summary>
    public static void Write(IntervalReport interval, IReadOnlyDictionary<OutcomeCategory, int> categories, ByteWriter writer)
    {
        writer.Number(interval.Start.Ticks);
        writer.Number(interval.End.Ticks);
        writer.Number(interval.Offered);
        writer.Number(interval.InFlight);
        writer.Number(interval.LateStarts);
        writer.Fraction(interval.ProcessorShare);
        DenseHistogram.Write(interval.Lateness, writer);
        foreach (var operation in interval.Operations) OperationFigures.Write(operation, categories, writer);
    }
}
