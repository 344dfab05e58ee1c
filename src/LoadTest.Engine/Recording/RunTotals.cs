using HdrHistogram;

namespace LoadTest.Engine.Recording;

/// <summary>Adds intervals up to the whole run, those of a load that goes on as well as stored ones.</summary>
public sealed class RunTotals : IRunObserver
{
    private readonly Dictionary<string, OperationSum> _operations = [];

    /// <summary>The operations that the intervals name, in their order.</summary>
    public IEnumerable<OperationSum> Operations => _operations.Values;

    /// <summary>How late operations were begun after their intended start, in microseconds.</summary>
    public HistogramBase Lateness { get; } = LatencyRecorder.NewHistogram();

    /// <summary>Operations that the plan asked for up to the last interval's end.</summary>
    public long Offered { get; private set; }

    /// <summary>Operations begun late.</summary>
    public long LateStarts { get; private set; }

    /// <inheritdoc/>
    public void OnStart(RunStart start)
    {
    }

    /// <inheritdoc/>
    public void OnInterval(IntervalReport interval)
    {
        Offered += interval.Offered;
        LateStarts += interval.LateStarts;
        Lateness.Add(interval.Lateness);
        foreach (var operation in interval.Operations)
        {
            if (!_operations.TryGetValue(operation.Name, out var sum)) _operations.Add(operation.Name, sum = new OperationSum(operation.Name));
            sum.Add(operation);
        }
    }
}
