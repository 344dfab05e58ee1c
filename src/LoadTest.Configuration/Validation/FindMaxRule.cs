using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Validation;

/// <summary>What the search for the highest rate needs.</summary>
internal static class FindMaxRule
{
    public static IEnumerable<Problem> Check(Settings settings)
    {
        if (!settings.Get(LoadOptions.FindMax)) yield break;
        if (settings.Load.Rate is null && !settings.IsRefused(LoadOptions.Rate))
            yield return Missing(settings, "FindMax needs a Rate to begin with, and a Duration for each trial", "give both: --rate=100 --duration=30s");
        if (RequiredRule.Lacks(settings, ThresholdOptions.Thresholds))
            yield return Missing(settings, "FindMax needs Thresholds: the highest rate is the one at which they still hold", "say what must hold: --thresholds=\"p99<25ms,throttle-rate<1%\"");
    }

    private static Problem Missing(Settings settings, string what, string fix) =>
        new(ErrorCodes.MissingValue, what, settings.Origin(LoadOptions.FindMax), fix);
}
