namespace LoadTest.Engine.Reporting;

/// <summary>What became of one of several workers.</summary>
/// <param name="Index">Which one, from zero.</param>
/// <param name="State">Whether its whole result is in the report.</param>
/// <param name="Attempted">Its operations that ended.</param>
/// <param name="StartSkew">How long after the common start it began, by its own clock; null where that is not known.</param>
/// <param name="Note">Why its result is not whole; null where it is.</param>
public sealed record WorkerResult(int Index, WorkerState State, long Attempted, TimeSpan? StartSkew, string? Note = null);

/// <summary>Whether a worker's result is in the report.</summary>
public enum WorkerState
{
    /// <summary>It did its share.</summary>
    Complete,

    /// <summary>It was stopped, or reached its longest duration; what it did until then is in the report.</summary>
    Partial,

    /// <summary>Its record breaks off; what it holds is in the report.</summary>
    BrokenOff,

    /// <summary>It gave no result.</summary>
    Missing,
}
