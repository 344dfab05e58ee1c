using LoadTest.Engine.Execution;

namespace LoadTest.Engine.Recording;

/// <summary>Counts the outcomes of one of the target's operations. Any thread records.</summary>
public sealed class OperationRecorder
{
    private readonly IReadOnlyList<OutcomeCategory> _categories;
    private readonly long[] _counts;
    private readonly long[] _retriedThrottles;

    // Failures and throttles are rare: their histograms, half a megabyte each, are made when the first one comes.
    private readonly LatencyPair?[] _latencies = new LatencyPair?[Enum.GetValues<OutcomeKind>().Length];
    private bool _isUsed;
    private long _attempts;
    private long _readTenths;
    private long _writeTenths;
    private long _indexReadTenths;
    private long _indexWriteTenths;
    private long _unreportedWriteTenths;

    internal OperationRecorder(string name, IReadOnlyList<OutcomeCategory> categories)
    {
        Name = name;
        _categories = categories;
        _counts = new long[categories.Count];
        _retriedThrottles = new long[categories.Count];
        Nothing = OperationTotals.None(categories.Count);
    }

    /// <summary>The operation's name.</summary>
    public string Name { get; }

    /// <summary>The categories that it counts by.</summary>
    public IReadOnlyList<OutcomeCategory> Categories => _categories;

    /// <summary>What is counted of it before it occurs.</summary>
    internal OperationTotals Nothing { get; }

    /// <summary>The latencies of the operations that ended in this way, or null where none did.</summary>
    public LatencyPair? Latencies(OutcomeKind kind) => Volatile.Read(ref _latencies[(int)kind]);

    internal void Record(in Ticket ticket, in Outcome outcome)
    {
        if (!_isUsed) Volatile.Write(ref _isUsed, true);
        Interlocked.Increment(ref _counts[outcome.Category]);
        Interlocked.Add(ref _attempts, outcome.Attempts);
        Add(ref _readTenths, outcome.ReadUnits);
        Add(ref _writeTenths, outcome.WriteUnits);
        Add(ref _indexReadTenths, outcome.IndexReadUnits);
        Add(ref _indexWriteTenths, outcome.IndexWriteUnits);
        Add(ref _unreportedWriteTenths, outcome.UnreportedWriteUnits);
        if (outcome.RetriedThrottles is { } retried)
        {
            foreach (var category in retried) Interlocked.Increment(ref _retriedThrottles[category]);
        }

        var latencies = LatenciesOf(_categories[outcome.Category].Kind);
        latencies.Response.Record(outcome.End - ticket.IntendedStart);
        latencies.Service.Record(outcome.End - outcome.ServiceStart);
    }

    // Of a run with intervals for hours, what never occurs must leave no garbage.
    internal OperationTotals Totals()
    {
        if (!Volatile.Read(ref _isUsed)) return Nothing;
        var ended = Read(_counts);
        var throttled = Read(_retriedThrottles);
        for (var i = 0; i < ended.Length; i++)
        {
            if (_categories[i].Kind == OutcomeKind.Throttle) throttled[i] += ended[i];
        }

        return new OperationTotals(ended, throttled, Volatile.Read(ref _attempts), Tenths());
    }

    /// <summary>What was counted between two instants, with the categories; those without any are left out.</summary>
    internal IReadOnlyList<(OutcomeCategory Category, long Count)> ByCategory(IReadOnlyList<long> now, IReadOnlyList<long> before)
    {
        List<(OutcomeCategory, long)>? counted = null;
        for (var i = 0; i < now.Count; i++)
        {
            if (now[i] > before[i]) (counted ??= []).Add((_categories[i], now[i] - before[i]));
        }

        return counted ?? [];
    }

    /// <summary>The latencies since the last call. Called by the interval's thread alone.</summary>
    internal IReadOnlyList<(OutcomeKind Kind, LatencyInterval Latencies)> TakeInterval()
    {
        List<(OutcomeKind, LatencyInterval)>? taken = null;
        for (var kind = 0; kind < _latencies.Length; kind++)
        {
            if (Latencies((OutcomeKind)kind) is { } pair) (taken ??= []).Add(((OutcomeKind)kind, pair.TakeInterval()));
        }

        return taken ?? [];
    }

    private static long[] Read(long[] counters)
    {
        var values = new long[counters.Length];
        for (var i = 0; i < values.Length; i++) values[i] = Volatile.Read(ref counters[i]);
        return values;
    }

    private static void Add(ref long tenths, double units)
    {
        if (units > 0) Interlocked.Add(ref tenths, UnitTenths.Of(units));
    }

    private UnitTenths Tenths() => new(
        Volatile.Read(ref _readTenths), Volatile.Read(ref _writeTenths), Volatile.Read(ref _indexReadTenths), Volatile.Read(ref _indexWriteTenths),
        Volatile.Read(ref _unreportedWriteTenths));

    private LatencyPair LatenciesOf(OutcomeKind kind)
    {
        ref var place = ref _latencies[(int)kind];
        return Volatile.Read(ref place)
            ?? Interlocked.CompareExchange(ref place, new LatencyPair(), null)
            ?? Volatile.Read(ref place)!;
    }
}
