using HdrHistogram;
using LoadTest.Engine.Execution;

namespace LoadTest.Engine.Recording;

/// <summary>What became of one of the target's operations in all intervals so far.</summary>
public sealed class OperationSum(string name)
{
    private readonly Dictionary<OutcomeCategory, long> _ended = [];
    private readonly SortedDictionary<OutcomeKind, (HistogramBase Response, HistogramBase Service)> _latencies = [];
    private long _readUnitTenths;
    private long _writeUnitTenths;

    /// <summary>The operation's name.</summary>
    public string Name => name;

    /// <summary>How many ended, by category.</summary>
    public IReadOnlyDictionary<OutcomeCategory, long> Ended => _ended;

    /// <summary>Requests sent.</summary>
    public long Attempts { get; private set; }

    /// <summary>Read capacity units charged.</summary>
    public double ReadUnits => OperationTotals.Units(_readUnitTenths);

    /// <summary>Write capacity units charged.</summary>
    public double WriteUnits => OperationTotals.Units(_writeUnitTenths);

    /// <summary>The histograms by kind, in microseconds.</summary>
    public IReadOnlyDictionary<OutcomeKind, (HistogramBase Response, HistogramBase Service)> Latencies => _latencies;

    internal void Add(OperationInterval interval)
    {
        foreach (var (category, count) in interval.Ended) _ended[category] = _ended.GetValueOrDefault(category) + count;
        Attempts += interval.Attempts;
        _readUnitTenths += OperationTotals.Tenths(interval.ReadUnits);
        _writeUnitTenths += OperationTotals.Tenths(interval.WriteUnits);
        foreach (var (kind, latencies) in interval.Latencies)
        {
            if (!_latencies.TryGetValue(kind, out var sum))
                _latencies.Add(kind, sum = (LatencyRecorder.NewHistogram(), LatencyRecorder.NewHistogram()));
            sum.Response.Add(latencies.Response);
            sum.Service.Add(latencies.Service);
        }
    }
}
