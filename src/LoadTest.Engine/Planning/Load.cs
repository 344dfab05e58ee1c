namespace LoadTest.Engine.Planning;

/// <summary>What is offered to the target: arrivals at a rate (open), or a fixed concurrency (closed).</summary>
public abstract record Load
{
    private Load()
    {
    }

    /// <summary>
    /// The open model: operations arrive by the clock, whatever the target does, so a slow answer never delays the next arrival.
    /// </summary>
    /// <param name="Stages">The stages, one after another; at least one.</param>
    /// <param name="MaxConnections">How many operations may be outstanding at once; a start that finds none free is late.</param>
    public sealed record Open(IReadOnlyList<Stage> Stages, int MaxConnections) : Load
    {
        /// <summary>How long the schedule lasts.</summary>
        public TimeSpan Duration => Stages.Aggregate(TimeSpan.Zero, (sum, stage) => sum + stage.Duration);
    }

    /// <summary>
    /// The closed model: a fixed number of operations is outstanding, and the next one starts when one ends.
    /// At least one of <paramref name="TotalOperations"/> and <paramref name="Duration"/> is given; whichever is reached first ends it.
    /// </summary>
    /// <param name="ConcurrencyLimit">The most operations outstanding at once; one or more.</param>
    /// <param name="TotalOperations">How many operations there are in all, or null for as many as the duration allows.</param>
    /// <param name="Duration">How long operations are started, or null for no limit of time.</param>
    /// <param name="FullConcurrencyPercentage">
    /// The share of the run, from its end, that is done at the full limit, in percent from 0 to 100; before it the concurrency is ramped up.
    /// </param>
    public sealed record Closed(
        int ConcurrencyLimit,
        long? TotalOperations,
        TimeSpan? Duration,
        double FullConcurrencyPercentage) : Load;
}
