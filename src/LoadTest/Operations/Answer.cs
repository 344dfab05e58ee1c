namespace LoadTest.Operations;

/// <summary>What came back for one request. Times are nanoseconds of the run's clock.</summary>
public readonly record struct Answer
{
    /// <summary>The category, before it is held against what the plan expected: a number of <see cref="Operations.Category"/>.</summary>
    public required int Category { get; init; }

    /// <summary>How many requests were sent.</summary>
    public required int Attempts { get; init; }

    /// <summary>When the last attempt was sent.</summary>
    public required long ServiceStart { get; init; }

    /// <summary>When the last attempt's answer was complete, or given up.</summary>
    public required long End { get; init; }

    /// <summary>Read capacity units charged.</summary>
    public double ReadUnits { get; init; }

    /// <summary>Write capacity units charged.</summary>
    public double WriteUnits { get; init; }

    /// <summary>Whether a read found its item.</summary>
    public bool ItemFound { get; init; }

    /// <summary>Whether an attempt before the last one may have been done, as its own answer was lost.</summary>
    public bool MayBeDoneAlready { get; init; }

    /// <summary>The categories of the attempts before the last one that were throttled; null where there were none.</summary>
    public IReadOnlyList<int>? RetriedThrottles { get; init; }
}

/// <summary>Sends requests over one connection's place: the seam between what is asked for and how it travels.</summary>
public interface IRequestSender : IAsyncDisposable
{
    /// <summary>Sends a request and waits for its answer. Failures of every kind are answers; nothing is thrown.</summary>
    ValueTask<Answer> SendAsync(PlannedRequest request, CancellationToken abort);
}
