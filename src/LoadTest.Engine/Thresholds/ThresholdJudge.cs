using LoadTest.Engine.Reporting;

namespace LoadTest.Engine.Thresholds;

/// <summary>Holds a result against its thresholds. The result is that of the whole run: of several workers, the merge.</summary>
public static class ThresholdJudge
{
    /// <summary>The verdict on each threshold, in their order.</summary>
    /// <param name="thresholds">The thresholds.</param>
    /// <param name="result">The run's result.</param>
    /// <param name="baseline">The values of the run that relative thresholds refer to; null where there is none.</param>
    public static IReadOnlyList<ThresholdVerdict> Judge(IReadOnlyList<Threshold> thresholds, LoadResult result, Baseline? baseline)
    {
        if (thresholds.Count == 0) return [];
        var whole = Sample.Of(result);
        return [.. thresholds.Select(threshold => Judge(threshold, threshold.Operation is { } name ? Sample.Of(result, name) : whole, baseline))];
    }

    private static ThresholdVerdict Judge(Threshold threshold, Sample? sample, Baseline? baseline)
    {
        var limit = LimitOf(threshold, sample, baseline);
        if (sample is null || threshold.Metric.ValueOf(sample) is not { } value)
            return new ThresholdVerdict(threshold, null, limit, Holds: false, "nothing was measured that it could be judged by");
        return limit is { } known
            ? new ThresholdVerdict(threshold, value, known, threshold.Comparison.Holds(value, known), null)
            : new ThresholdVerdict(threshold, value, null, Holds: false, threshold.LimitKind == LimitKind.OfBaseline ? "the baseline does not hold this metric" : "no rate was offered");
    }

    private static double? LimitOf(Threshold threshold, Sample? sample, Baseline? baseline) => threshold.LimitKind switch
    {
        LimitKind.OfOffered => sample?.OfferedRate * threshold.Limit / 100,
        LimitKind.OfBaseline => baseline?.ValueOf(threshold.Operation, threshold.Metric.Name) * threshold.Limit / 100,
        _ => threshold.Limit,
    };
}
