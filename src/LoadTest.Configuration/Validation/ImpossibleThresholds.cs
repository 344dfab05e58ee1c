using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Validation;

/// <summary>Thresholds that no result could hold, alone or together.</summary>
internal static class ImpossibleThresholds
{
    private const string Service = "service-";

    /// <summary>What is wrong with each of them, or pair of them, in words.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<ThresholdSetting> thresholds)
    {
        foreach (var threshold in thresholds)
        {
            if (threshold is { Comparison: "<", Limit: 0 }) yield return $"threshold {threshold.Text} never holds: nothing is below zero";
            if (IsLower(threshold) && threshold.Unit == ThresholdUnit.Percent && IsAbove(threshold, 100)) yield return $"threshold {threshold.Text} never holds: there is no more than 100 %";
        }

        foreach (var lower in thresholds.Where(IsLower))
        {
            foreach (var upper in thresholds.Where(threshold => !IsLower(threshold) && threshold.Operation == lower.Operation && threshold.Unit == lower.Unit))
            {
                var excludes = lower.Limit > upper.Limit || (lower.Limit.Equals(upper.Limit) && (lower.Comparison == ">" || upper.Comparison == "<"));
                if (excludes && IsAtMost(lower, upper)) yield return $"thresholds {lower.Text} and {upper.Text} exclude each other";
            }
        }
    }

    private static bool IsLower(ThresholdSetting threshold) => threshold.Comparison.StartsWith('>');

    private static bool IsAbove(ThresholdSetting lower, double most) => lower.Limit > most || (lower.Limit.Equals(most) && lower.Comparison == ">");

    // Whether the one's metric is never above the other's: the same, or a lower percentile of the same times.
    private static bool IsAtMost(ThresholdSetting one, ThresholdSetting other) =>
        one.Metric == other.Metric
        || (one.Unit == ThresholdUnit.Milliseconds && IsOfService(one) == IsOfService(other) && PercentileOf(one) is { } low && PercentileOf(other) is { } high && low <= high);

    private static bool IsOfService(ThresholdSetting threshold) => threshold.Metric.StartsWith(Service, StringComparison.Ordinal);

    private static double? PercentileOf(ThresholdSetting threshold)
    {
        var metric = IsOfService(threshold) ? threshold.Metric[Service.Length..] : threshold.Metric;
        return metric == "max" ? 100 : metric.StartsWith('p') && NumberKind.TryRead(metric[1..], out var percentile) ? percentile : null;
    }
}
