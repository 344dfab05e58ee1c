using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Validation;

/// <summary>What decides when an operation starts.</summary>
public enum LoadModel
{
    /// <summary>A number in flight: the next starts when one ends.</summary>
    Closed,

    /// <summary>A rate: operations start when they are due, whatever the answers do.</summary>
    Open,
}

/// <summary>How much is offered and when it ends, once all sources are weighed.</summary>
/// <param name="Model">The model of the highest source that names one.</param>
/// <param name="Origin">That source; "default" where none does.</param>
public sealed record LoadSettings(LoadModel Model, string Origin)
{
    /// <summary>Operations a second; null in the closed model and where there are stages.</summary>
    public double? Rate { get; init; }

    /// <summary>The stages; null where there are none.</summary>
    public StageList? Stages { get; init; }

    /// <summary>
    /// How long operations are started, without the warm-up; cuts stages that are longer. Null where the number of items alone ends the run.
    /// </summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How many operations are started; null where time alone ends the run. With both, what comes first ends it.</summary>
    public long? TotalItems { get; init; }
}
