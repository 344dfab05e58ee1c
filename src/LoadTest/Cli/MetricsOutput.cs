using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Values;
using LoadTest.Engine.Recording;
using LoadTest.Planning;
using LoadTest.Results;
using LoadTest.Workers;

namespace LoadTest.Cli;

/// <summary>The metric lines of the standard output, where they are asked for.</summary>
internal static class MetricsOutput
{
    /// <summary>Whether they are written.</summary>
    public static bool IsOn(Settings settings) => settings.Get(ResultsOptions.EmbeddedMetrics) switch
    {
        MetricLines.Written => true,
        MetricLines.NotWritten => false,
        // Elsewhere nobody reads the lines.
        _ => EcsTask.Current is not null,
    };

    /// <summary>What writes them, or nothing.</summary>
    public static IEnumerable<IRunObserver> Of(Settings settings, RunPlan plan) =>
        IsOn(settings) ? [new EmbeddedMetrics(plan, settings.Environment, Console.Out)] : [];
}
