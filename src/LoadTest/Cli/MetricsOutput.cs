using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Values;
using LoadTest.Engine.Recording;
using LoadTest.Planning;
using LoadTest.Results;

namespace LoadTest.Cli;

/// <summary>The metric lines of the standard output, where they are asked for.</summary>
internal static class MetricsOutput
{
    // ECS sets it in every container; without it nobody reads the lines.
    private const string SetInsideEcs = "ECS_CONTAINER_METADATA_URI_V4";

    /// <summary>Whether they are written.</summary>
    public static bool IsOn(Settings settings) => settings.Get(ResultsOptions.EmbeddedMetrics) switch
    {
        MetricLines.Written => true,
        MetricLines.NotWritten => false,
        _ => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(SetInsideEcs)),
    };

    /// <summary>What writes them, or nothing.</summary>
    public static IEnumerable<IRunObserver> Of(Settings settings, RunPlan plan) =>
        IsOn(settings) ? [new EmbeddedMetrics(plan, settings.Environment, Console.Out)] : [];
}
