namespace LoadTest.Engine.Thresholds;

/// <summary>What a threshold's limit is a number of.</summary>
public enum LimitKind
{
    /// <summary>The metric's own unit.</summary>
    Absolute,

    /// <summary>Percent of the offered rate.</summary>
    OfOffered,

    /// <summary>Percent of the baseline's value of the same metric.</summary>
    OfBaseline,
}

/// <summary>A condition that a result must hold.</summary>
/// <param name="Text">As the user wrote it, in one spelling.</param>
/// <param name="Operation">The operation's name in results, or null for all together.</param>
/// <param name="Metric">What is compared.</param>
/// <param name="Comparison">How.</param>
/// <param name="Limit">With what.</param>
/// <param name="LimitKind">What the limit is a number of.</param>
public sealed record Threshold(string Text, string? Operation, Metric Metric, Comparison Comparison, double Limit, LimitKind LimitKind);

/// <summary>What a threshold came to.</summary>
/// <param name="Threshold">The threshold.</param>
/// <param name="Value">The metric's value, or null where there was nothing to measure.</param>
/// <param name="Limit">The limit in the metric's own unit, or null where what it is relative to is not known.</param>
/// <param name="Holds">Whether it holds; one that could not be judged does not.</param>
/// <param name="Reason">Why it could not be judged, or null.</param>
public sealed record ThresholdVerdict(Threshold Threshold, double? Value, double? Limit, bool Holds, string? Reason)
{
    /// <summary>The value with its unit.</summary>
    public string ValueText => Value is { } value ? Threshold.Metric.Format(value) : "not measured";

    /// <summary>The limit with its unit, after its comparison.</summary>
    public string LimitText => Limit is { } limit ? $"{Threshold.Comparison.Symbol} {Threshold.Metric.Format(limit)}" : "not known";

    /// <summary>The verdict in a word.</summary>
    public string Word => Holds ? "held" : "broken";
}
