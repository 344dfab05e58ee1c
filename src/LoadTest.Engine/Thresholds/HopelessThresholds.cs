using System.Globalization;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Thresholds;

/// <summary>
/// Follows a run, and says so once a threshold cannot hold any more, whatever the rest of the run does: when there are more errors, throttles
/// or slow operations already than it would allow if all operations of the plan that are left were free of them. It only ever judges upper
/// bounds on counts, on error and throttle rates, percentiles and the maximum; a run whose number of operations is not known beforehand is
/// judged by its counts and its maximum alone.
/// </summary>
/// <param name="thresholds">The thresholds that could become hopeless; others are passed over.</param>
/// <param name="baseline">What relative ones refer to.</param>
/// <param name="mostAttempts">The most requests that an operation can take: one, and the retries allowed.</param>
/// <param name="onHopeless">Called once, with the reason in words.</param>
public sealed class HopelessThresholds(
    IReadOnlyList<Threshold> thresholds, Baseline? baseline, int mostAttempts, Action<string> onHopeless) : IRunObserver
{
    private readonly Watch[] _watches =
    [
        .. from threshold in thresholds
           where threshold.Comparison.IsUpperBound && Limit(threshold, baseline) is not null
           let rule = HopelessRule.Of(threshold, Limit(threshold, baseline)!.Value, mostAttempts)
           where rule is not null
           select new Watch(threshold, rule),
    ];

    private bool _isOver;

    /// <inheritdoc/>
    public void OnStart(RunStart start)
    {
    }

    /// <inheritdoc/>
    public void OnInterval(IntervalReport interval)
    {
        foreach (var watch in _watches)
        {
            watch.Bad += watch.Threshold.Operation is { } name
                ? interval.Operations.Where(operation => operation.Name == name).Sum(watch.Rule.BadIn)
                : interval.Operations.Sum(watch.Rule.BadIn);
            if (_isOver || !watch.Rule.IsHopeless(watch.Bad, interval.TotalOperations)) continue;
            _isOver = true;
            onHopeless(string.Create(
                CultureInfo.InvariantCulture,
                $"threshold {watch.Threshold.Text} cannot hold any more: after {interval.End.TotalSeconds:N1} s there were {watch.Bad:N0} {watch.Rule.What} already"));
        }
    }

    private static double? Limit(Threshold threshold, Baseline? baseline) => threshold.LimitKind switch
    {
        LimitKind.OfBaseline => baseline?.ValueOf(threshold.Operation, threshold.Metric.Name) * threshold.Limit / 100,
        LimitKind.OfOffered => null,
        _ => threshold.Limit,
    };

    private sealed record Watch(Threshold Threshold, HopelessRule Rule)
    {
        public long Bad { get; set; }
    }
}
