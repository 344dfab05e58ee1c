namespace LoadTest.Engine.Comparing;

/// <summary>How two runs differ in a metric.</summary>
/// <param name="Metric">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="First">The first run's value.</param>
/// <param name="Second">The second run's value.</param>
/// <param name="Low">The lower end of the interval in which the difference (second less first) lies with confidence.</param>
/// <param name="High">Its upper end.</param>
public sealed record MetricDifference(string Metric, string Unit, double First, double Second, double Low, double High)
{
    /// <summary>Whether the difference is more than chance: no difference at all lies outside the interval.</summary>
    public bool IsSignificant => Low > 0 || High < 0;

    /// <summary>The difference as a share of the first run's value; null where that is zero.</summary>
    public double? Relative => First == 0 ? null : (Second - First) / First;
}

/// <summary>How two runs differ in one operation, or as a whole.</summary>
/// <param name="Name">The operation, or <c>All operations</c>.</param>
/// <param name="Differences">By metric.</param>
public sealed record SubjectDifference(string Name, IReadOnlyList<MetricDifference> Differences);
