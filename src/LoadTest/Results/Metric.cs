namespace LoadTest.Results;

/// <summary>A metric's value in one interval.</summary>
/// <param name="Name">Its name in docs/metrics.md.</param>
/// <param name="Unit">CloudWatch's name of the unit.</param>
/// <param name="Value">The value.</param>
internal readonly record struct Metric(string Name, string Unit, double Value)
{
    /// <summary>How often something happened, or how much was used.</summary>
    public static Metric Count(string name, double value) => new(name, "Count", value);

    /// <summary>A time.</summary>
    public static Metric Milliseconds(string name, double value) => new(name, "Milliseconds", value);
}
