namespace LoadTest.Engine.Execution;

/// <summary>How a category of outcomes is counted.</summary>
public enum OutcomeKind
{
    /// <summary>The operation did what the plan asked for.</summary>
    Success,

    /// <summary>The target refused, as the plan asked for.</summary>
    ExpectedFailure,

    /// <summary>The target refused because a limit on throughput was reached.</summary>
    Throttle,

    /// <summary>Anything else that went wrong.</summary>
    Failure,
}

/// <summary>A documented category of outcomes.</summary>
/// <param name="Name">Its name in every report, such as <c>conditional-check</c>.</param>
/// <param name="Kind">How it is counted.</param>
public sealed record OutcomeCategory(string Name, OutcomeKind Kind);

/// <summary>What became of one operation. Times are nanoseconds of the <see cref="RunClock"/>.</summary>
public readonly record struct Outcome
{
    /// <summary>Which of the target's operations it was: an index into <see cref="ILoadTarget.Operations"/>.</summary>
    public required int Operation { get; init; }

    /// <summary>What came of it: an index into <see cref="ILoadTarget.Categories"/>.</summary>
    public required int Category { get; init; }

    /// <summary>How many requests were sent for it; one without retries, zero when none could be sent.</summary>
    public required int Attempts { get; init; }

    /// <summary>When the last attempt's first byte was handed over.</summary>
    public required long ServiceStart { get; init; }

    /// <summary>When the last attempt's answer was complete, or the attempt was given up.</summary>
    public required long End { get; init; }

    /// <summary>Read capacity units that the target says it charged, over all attempts.</summary>
    public double ReadUnits { get; init; }

    /// <summary>Write capacity units that the target says it charged, over all attempts.</summary>
    public double WriteUnits { get; init; }

    /// <summary>Those of <see cref="ReadUnits"/> that an index was charged, and not the table.</summary>
    public double IndexReadUnits { get; init; }

    /// <summary>Those of <see cref="WriteUnits"/> that an index was charged, and not the table.</summary>
    public double IndexWriteUnits { get; init; }

    /// <summary>Write capacity units that the target charges without saying so, as its answers are errors: those of writes whose condition failed, and of cancelled transactions, over all attempts.</summary>
    public double UnreportedWriteUnits { get; init; }

    /// <summary>The categories of the attempts before the last one that were throttled; null where there were none.</summary>
    public IReadOnlyList<int>? RetriedThrottles { get; init; }
}
