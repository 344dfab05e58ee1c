using HdrHistogram;
using LoadTest.Engine.Execution;

namespace LoadTest.Engine.Recording;

/// <summary>What became of one of the target's operations in all intervals so far.</summary>
public sealed class OperationSum(string name)
{
    private readonly Dictionary<OutcomeCategory, long> _ended = [];
    private readonly Dictionary<OutcomeCategory, long> _throttledRequests = [];
    private readonly SortedDictionary<OutcomeKind, (HistogramBase Response, HistogramBase Service)> _latencies = [];
    private UnitTenths _units;

    /// <summary>The operation's name.</summary>
    public string Name => name;

    /// <summary>How many ended, by category.</summary>
    public IReadOnlyDictionary<OutcomeCategory, long> Ended => _ended;

    /// <summary>Requests that were throttled, by category, also those that were tried again.</summary>
    public IReadOnlyDictionary<OutcomeCategory, long> ThrottledRequests => _throttledRequests;

    /// <summary>Requests sent.</summary>
    public long Attempts { get; private set; }

    /// <summary>Capacity units charged.</summary>
    public ConsumedUnits Units => _units.ToUnits();

    /// <summary>The histograms by kind, in microseconds.</summary>
    public IReadOnlyDictionary<OutcomeKind, (HistogramBase Response, HistogramBase Service)> Latencies => _latencies;

    internal void Add(OperationInterval interval)
    {
        foreach (var (category, count) in interval.Ended) _ended[category] = _ended.GetValueOrDefault(category) + count;
        foreach (var (category, count) in interval.ThrottledAttempts) _throttledRequests[category] = _throttledRequests.GetValueOrDefault(category) + count;
        Attempts += interval.Attempts;
        _units += UnitTenths.Of(interval.Units);
        foreach (var (kind, latencies) in interval.Latencies)
        {
            if (!_latencies.TryGetValue(kind, out var sum))
                _latencies.Add(kind, sum = (LatencyRecorder.NewHistogram(), LatencyRecorder.NewHistogram()));
            sum.Response.Add(latencies.Response);
            sum.Service.Add(latencies.Service);
        }
    }
}
