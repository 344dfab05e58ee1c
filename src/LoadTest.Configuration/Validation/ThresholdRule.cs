using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Validation;

/// <summary>Thresholds that this run could never be judged by.</summary>
internal static class ThresholdRule
{
    public static IEnumerable<Problem> Check(Settings settings)
    {
        if (!settings.TryGet(ThresholdOptions.Thresholds, out var list)) yield break;
        if (list.NeedBaseline && RequiredRule.Lacks(settings, ThresholdOptions.Baseline))
        {
            yield return new Problem(
                ErrorCodes.MissingValue, "Thresholds are relative to a baseline, and none is given", settings.Origin(ThresholdOptions.Thresholds),
                "name the run to compare with: --baseline=artifacts/runs/RUN-ID");
        }

        foreach (var impossible in ImpossibleThresholds.Of(list.Thresholds)) yield return Problem(settings, null, impossible, "correct the limits, or leave one out");
        var mix = settings.Get(DataOptions.OperationMix);
        foreach (var threshold in list.Thresholds)
        {
            if (threshold.Operation is { } operation && mix.Share(operation) <= 0)
                yield return Problem(settings, DataOptions.OperationMix, $"threshold {threshold.Text} is about an operation that OperationMix has not", "add it to the mix, or leave the threshold out");
            if (threshold is { Metric: "achieved-rate", Unit: ThresholdUnit.Percent } && settings.Load.Model == LoadModel.Closed)
                yield return Problem(settings, null, $"threshold {threshold.Text} is a share of the offered rate, and a closed load offers none", "give a rate such as achieved-rate>=950/s, or an open load with --rate");
        }
    }

    private static Problem Problem(Settings settings, Option? other, string what, string fix) => new(
        ErrorCodes.Contradiction, what,
        settings.Origin(ThresholdOptions.Thresholds) + (other is null ? "" : $" and {settings.Origin(other)}"), fix);
}
