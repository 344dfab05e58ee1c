using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Costs;

namespace LoadTest.Planning;

/// <summary>Reads the files that settings name: what a plan needs beside the settings themselves.</summary>
public static class PlanFiles
{
    /// <summary>The plan with its baseline and its prices.</summary>
    /// <exception cref="Configuration.Problems.ProblemException">A file cannot be read, or lacks what is needed.</exception>
    public static RunPlan Read(RunPlan plan, Settings settings) => plan with
    {
        Baseline = settings.TryGet(ThresholdOptions.Baseline, out var baseline) ? BaselineFile.Read(baseline, plan.Thresholds) : null,
        Prices = settings.TryGet(SafetyOptions.Prices, out var prices) ? PriceFile.Read(prices) : PriceTable.Known,
    };
}
