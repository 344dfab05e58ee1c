using System.Globalization;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Validation;

/// <summary>What the search for the highest rate needs, and where it can run.</summary>
public static class FindMaxRule
{
    /// <summary>What a task of ECS cannot search by: it has no other runs at hand, and a search cannot leave its thresholds to whoever merges the results.</summary>
    public static IEnumerable<Problem> CheckTask(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (!settings.Get(LoadOptions.FindMax) || !settings.TryGet(ThresholdOptions.Thresholds, out var list)) return [];
        return list.Thresholds.Where(threshold => threshold.Unit == ThresholdUnit.PercentOfBaseline).Select(threshold => new Problem(
            ErrorCodes.NoPlaceToSearch, $"a search in ECS cannot judge threshold {threshold.Text}, as the task has no other run to compare with",
            settings.Origin(ThresholdOptions.Thresholds), "give it a limit of its own, such as p99<25ms"));
    }

    internal static IEnumerable<Problem> Check(Settings settings)
    {
        if (!settings.Get(LoadOptions.FindMax)) yield break;
        if (settings.Get(EcsOptions.Tasks) is > 1 and var tasks)
        {
            yield return new Problem(
                ErrorCodes.NoPlaceToSearch, "the search for the highest rate runs in one task, and this run has " + tasks.ToString(CultureInfo.InvariantCulture), settings.Origin(EcsOptions.Tasks),
                "leave --tasks out, and give the one task more processors");
        }

        if (settings.Load.Rate is null && !settings.IsRefused(LoadOptions.Rate))
            yield return Missing(settings, "FindMax needs a Rate to begin with, and a Duration for each trial", "give both: --rate=100 --duration=30s");
        if (RequiredRule.Lacks(settings, ThresholdOptions.Thresholds))
            yield return Missing(settings, "FindMax needs Thresholds: the highest rate is the one at which they still hold", "say what must hold: --thresholds=\"p99<25ms,throttle-rate<1%\"");
    }

    private static Problem Missing(Settings settings, string what, string fix) =>
        new(ErrorCodes.MissingValue, what, settings.Origin(LoadOptions.FindMax), fix);
}
