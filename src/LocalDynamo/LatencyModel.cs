namespace LocalDynamo;

/// <summary>
/// Time that is added to each data-plane request. Delays below about a millisecond are as exact as the runtime's timers: not very.
/// </summary>
public abstract record LatencyModel
{
    private LatencyModel()
    {
    }

    /// <summary>Always the same.</summary>
    /// <param name="Value">Zero or more.</param>
    public sealed record Fixed(TimeSpan Value) : LatencyModel;

    /// <summary>Log-normal: half of the requests wait at most the median, and the logarithm has a standard deviation of sigma.</summary>
    /// <param name="Median">More than zero.</param>
    /// <param name="Sigma">Zero or more, of the natural logarithm; 0.5 makes the 99th percentile 3.2 times the median.</param>
    public sealed record LogNormal(TimeSpan Median, double Sigma) : LatencyModel;
}
