using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Values;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Thresholds;
using LoadTest.Operations;

namespace LoadTest.Planning;

/// <summary>Makes the engine's thresholds out of the settings'.</summary>
public static class ThresholdPlan
{
    /// <summary>The thresholds of a run, in the order in which they were given.</summary>
    public static IReadOnlyList<Threshold> Of(Settings settings) =>
        settings.TryGet(ThresholdOptions.Thresholds, out var list) ? [.. list.Thresholds.Select(Of)] : [];

    /// <summary>Those of a run whose settings are known from its record alone.</summary>
    public static IReadOnlyList<Threshold> Of(IReadOnlyList<ReportedSetting> settings) =>
        settings.FirstOrDefault(setting => setting.Name == ThresholdOptions.Thresholds.Name) is { } given
            ? [.. ThresholdsText.Parse(given.Value).Value?.Thresholds.Select(Of) ?? []]
            : [];

    /// <summary>
    /// Those that a task of ECS can be judged by itself: of several, each sees a part of the run, and one alone has no other runs at hand. The others are
    /// judged where the tasks' results are brought together.
    /// </summary>
    public static IReadOnlyList<Threshold> OfTask(IReadOnlyList<Threshold> thresholds, int tasks) =>
        tasks > 1 ? [] : [.. thresholds.Where(threshold => threshold.LimitKind != LimitKind.OfBaseline)];

    /// <summary>A single one.</summary>
    public static Threshold Of(ThresholdSetting setting) => new(
        setting.Text,
        setting.Operation is { } kind ? OperationNames.Of(kind) : null,
        Metric.Named(setting.Metric),
        new Comparison(setting.Comparison),
        setting.Limit,
        setting switch
        {
            { Unit: ThresholdUnit.PercentOfBaseline } => LimitKind.OfBaseline,
            { Metric: "achieved-rate", Unit: ThresholdUnit.Percent } => LimitKind.OfOffered,
            _ => LimitKind.Absolute,
        });
}
