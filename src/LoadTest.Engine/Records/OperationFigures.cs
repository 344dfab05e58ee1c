using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Records;

/// <summary>An operation's figures in one interval, added up over any number of stored ones.</summary>
internal sealed class OperationFigures(int categories)
{
    private static readonly int Kinds = Enum.GetValues<OutcomeKind>().Length;
    private readonly (DenseHistogram Response, DenseHistogram Service)?[] _latencies = new (DenseHistogram, DenseHistogram)?[Kinds];

    /// <summary>How many ended, by the number of the category.</summary>
    public long[] Ended { get; } = new long[categories];

    /// <summary>Requests that were throttled, by the number of the category.</summary>
    public long[] ThrottledAttempts { get; } = new long[categories];

    /// <summary>Requests sent.</summary>
    public long Attempts { get; private set; }

    /// <summary>Capacity units charged.</summary>
    public UnitTenths Units { get; private set; }

    /// <summary>The histograms of a kind; null where none were added since this was made.</summary>
    public (DenseHistogram Response, DenseHistogram Service)? Latencies(OutcomeKind kind) => _latencies[(int)kind];

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        Array.Clear(Ended);
        Array.Clear(ThrottledAttempts);
        (Attempts, Units) = (0, default);
        foreach (var pair in _latencies)
        {
            pair?.Response.Clear();
            pair?.Service.Clear();
        }
    }

    /// <summary>Adds what <see cref="Write"/> wrote.</summary>
    /// <exception cref="RecordException">It is something else.</exception>
    public void Add(ref ByteReader stored)
    {
        AddCounts(ref stored, Ended);
        AddCounts(ref stored, ThrottledAttempts);
        Attempts += stored.Number();
        Units += new UnitTenths(stored.Number(), stored.Number(), stored.Number(), stored.Number(), stored.Number());
        for (var kinds = stored.Below(Kinds + 1); kinds > 0; kinds--)
        {
            var (response, service) = LatenciesOf(stored.Below(Kinds));
            response.Add(ref stored);
            service.Add(ref stored);
        }
    }

    /// <summary>Adds the figures of others.</summary>
    public void Add(OperationFigures other)
    {
        for (var i = 0; i < Ended.Length; i++)
        {
            Ended[i] += other.Ended[i];
            ThrottledAttempts[i] += other.ThrottledAttempts[i];
        }

        Attempts += other.Attempts;
        Units += other.Units;
        for (var kind = 0; kind < Kinds; kind++)
        {
            if (other._latencies[kind] is not { } more) continue;
            var (response, service) = LatenciesOf(kind);
            response.Add(more.Response);
            service.Add(more.Service);
        }
    }

    /// <summary>Writes an operation's interval.</summary>
    public static void Write(OperationInterval interval, IReadOnlyDictionary<OutcomeCategory, int> categories, ByteWriter writer)
    {
        WriteCounts(interval.Ended, categories, writer);
        WriteCounts(interval.ThrottledAttempts, categories, writer);
        writer.Number(interval.Attempts);
        var units = UnitTenths.Of(interval.Units);
        foreach (var tenths in new[] { units.Read, units.Write, units.IndexRead, units.IndexWrite, units.UnreportedWrite }) writer.Number(tenths);
        writer.Number(interval.Latencies.Count);
        foreach (var (kind, latencies) in interval.Latencies)
        {
            writer.Number((int)kind);
            DenseHistogram.Write(latencies.Response, writer);
            DenseHistogram.Write(latencies.Service, writer);
        }
    }

    private static void AddCounts(ref ByteReader stored, long[] counts)
    {
        for (var left = stored.Below(counts.Length + 1); left > 0; left--) counts[stored.Below(counts.Length)] += stored.Number();
    }

    private static void WriteCounts(
        IReadOnlyList<(OutcomeCategory Category, long Count)> counts, IReadOnlyDictionary<OutcomeCategory, int> categories, ByteWriter writer)
    {
        writer.Number(counts.Count);
        foreach (var (category, count) in counts)
        {
            writer.Number(categories[category]);
            writer.Number(count);
        }
    }

    private (DenseHistogram Response, DenseHistogram Service) LatenciesOf(int kind) =>
        _latencies[kind] ??= (new DenseHistogram(), new DenseHistogram());
}
