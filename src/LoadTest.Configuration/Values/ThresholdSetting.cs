namespace LoadTest.Configuration.Values;

/// <summary>What the number of a threshold is.</summary>
public enum ThresholdUnit
{
    /// <summary>Milliseconds.</summary>
    Milliseconds,

    /// <summary>A share in percent, from 0 to 100 and above; of the achieved rate, a share of the offered one.</summary>
    Percent,

    /// <summary>Operations a second.</summary>
    PerSecond,

    /// <summary>A number of operations.</summary>
    Count,

    /// <summary>Percent of the same metric of the baseline run.</summary>
    PercentOfBaseline,
}

/// <summary>One condition that a run's result must hold.</summary>
/// <param name="Operation">The operation whose result it is about, or null for all together.</param>
/// <param name="Metric">The metric's name, as <see cref="ThresholdsText"/> lists them: <c>p99</c>, <c>service-max</c>, <c>error-rate</c>.</param>
/// <param name="Comparison"><c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c>.</param>
/// <param name="Limit">The number that the metric is compared with; 0 or more.</param>
/// <param name="Unit">What the number is.</param>
/// <param name="Text">The threshold as it is read and written.</param>
public sealed record ThresholdSetting(
    OperationKind? Operation, string Metric, string Comparison, double Limit, ThresholdUnit Unit, string Text);
