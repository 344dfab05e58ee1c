using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Costs;

namespace LoadTest.Planning;

/// <summary>Reads the files that settings name: what a plan needs beside the settings themselves.</summary>
public static class PlanFiles
{
    /// <summary>The plan with its baseline and its prices.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="settings">The settings that name the files.</param>
    /// <param name="isTask">
    /// Whether it is a task of ECS, which has no results of other runs: what is relative to them is judged where its own results are brought together.
    /// </param>
    /// <exception cref="Configuration.Problems.ProblemException">A file cannot be read, or lacks what is needed.</exception>
    public static RunPlan Read(RunPlan plan, Settings settings, bool isTask = false) => plan with
    {
        Baseline = !isTask && settings.TryGet(ThresholdOptions.Baseline, out var baseline)
            ? BaselineFile.Read(RunPlace.Of(baseline, settings.Get(ResultsOptions.ArtifactsPath)), plan.Thresholds)
            : null,
        Thresholds = isTask ? ThresholdPlan.OfTask(plan.Thresholds, settings.Get(EcsOptions.Tasks)) : plan.Thresholds,
        Prices = settings.TryGet(SafetyOptions.Prices, out var prices) ? PriceFile.Read(prices) : PriceTable.Known,
    };
}
