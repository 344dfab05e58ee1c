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

    /// <summary>Those of the units, reads or writes, that an index was charged.</summary>
    public double IndexUnits { get; init; }

    /// <summary>Write capacity units that are charged and not in the answer, as the request was refused.</summary>
    public double UnreportedWriteUnits { get; init; }

    /// <summary>How many items a read found, over all attempts.</summary>
    public int ItemsFound { get; init; }

    /// <summary>Whether a read found its item.</summary>
    public bool ItemFound => ItemsFound > 0;

    /// <summary>How many attempts before the last one may have been done, as their own answers were lost.</summary>
    public int OpenAttempts { get; init; }

    /// <summary>Whether an attempt before the last one may have been done.</summary>
    public bool MayBeDoneAlready => OpenAttempts > 0;

    /// <summary>The categories of the attempts before the last one that were throttled; null where there were none.</summary>
    public IReadOnlyList<int>? RetriedThrottles { get; init; }

    /// <summary>The answer to an attempt that the server carried out, in whole or in part.</summary>
    public static Answer Of(IOperation operation, in OperationAnswer read, long start, long end) => new()
    {
        Category = read.IsPartial ? Operations.Category.Unprocessed : Operations.Category.Success,
        Attempts = 1,
        ServiceStart = start,
        End = end,
        ReadUnits = operation.IsWrite ? read.ReadUnits : read.Units,
        WriteUnits = operation.IsWrite ? read.Units - read.ReadUnits : 0,
        IndexUnits = read.IndexUnits,
        ItemsFound = read.ItemsFound,
    };

    /// <summary>The answer to an attempt that the server refused, or to which none came.</summary>
    public static Answer Of(IOperation operation, PlannedRequest request, in Refusal refusal, long start, long end) => new()
    {
        Category = refusal.Category,
        Attempts = 1,
        ServiceStart = start,
        End = end,
        UnreportedWriteUnits = operation.UnreportedWriteUnits(request, refusal),
    };
}

/// <summary>Sends requests over one connection's place: the seam between what is asked for and how it travels.</summary>
public interface IRequestSender : IAsyncDisposable
{
    /// <summary>Sends a request and waits for its answer. Failures of every kind are answers; nothing is thrown.</summary>
    ValueTask<Answer> SendAsync(PlannedRequest request, CancellationToken abort);
}
