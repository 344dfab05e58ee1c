using LoadTest.Engine.Execution;

namespace LoadTest.Engine.Recording;

/// <summary>Counts the outcomes of one of the target's operations. Any thread records.</summary>
public sealed class OperationRecorder
{
    private readonly IReadOnlyList<OutcomeCategory> _categories;
    private readonly long[] _counts;

    // Failures and throttles are rare: their histograms, half a megabyte each, are made when the first one comes.
    private readonly LatencyPair?[] _latencies = new LatencyPair?[Enum.GetValues<OutcomeKind>().Length];
    private long _attempts;
    private long _readUnitTenths;
    private long _writeUnitTenths;

    internal OperationRecorder(string name, IReadOnlyList<OutcomeCategory> categories)
    {
        Name = name;
        _categories = categories;
        _counts = new long[categories.Count];
    }

    /// <summary>The operation's name.</summary>
    public string Name { get; }

    /// <summary>How many requests were sent.</summary>
    public long Attempts => Volatile.Read(ref _attempts);

    /// <summary>Read capacity units charged.</summary>
    public double ReadUnits => Volatile.Read(ref _readUnitTenths) / 10.0;

    /// <summary>Write capacity units charged.</summary>
    public double WriteUnits => Volatile.Read(ref _writeUnitTenths) / 10.0;

    /// <summary>How many operations ended so far, by category; categories without any are left out.</summary>
    public IReadOnlyList<(OutcomeCategory Category, long Count)> Counts() =>
        [.. _categories.Select((category, i) => (category, Volatile.Read(ref _counts[i]))).Where(pair => pair.Item2 > 0)];

    /// <summary>The latencies of the operations that ended in this way, or null where none did.</summary>
    public LatencyPair? Latencies(OutcomeKind kind) => Volatile.Read(ref _latencies[(int)kind]);

    internal void Record(in Ticket ticket, in Outcome outcome)
    {
        Interlocked.Increment(ref _counts[outcome.Category]);
        Interlocked.Add(ref _attempts, outcome.Attempts);
        if (outcome.ReadUnits > 0) Interlocked.Add(ref _readUnitTenths, Tenths(outcome.ReadUnits));
        if (outcome.WriteUnits > 0) Interlocked.Add(ref _writeUnitTenths, Tenths(outcome.WriteUnits));

        var latencies = LatenciesOf(_categories[outcome.Category].Kind);
        latencies.Response.Record(outcome.End - ticket.IntendedStart);
        latencies.Service.Record(outcome.End - outcome.ServiceStart);
    }

    internal LatencyInterval?[] TakeInterval() => [.. _latencies.Select(pair => pair?.TakeInterval())];

    // Units come in halves; tenths hold them exactly in a whole number that threads can add to.
    private static long Tenths(double units) => (long)Math.Round(units * 10);

    private LatencyPair LatenciesOf(OutcomeKind kind)
    {
        ref var place = ref _latencies[(int)kind];
        return Volatile.Read(ref place)
            ?? Interlocked.CompareExchange(ref place, new LatencyPair(), null)
            ?? Volatile.Read(ref place)!;
    }
}
