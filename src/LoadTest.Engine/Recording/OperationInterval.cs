using LoadTest.Engine.Execution;

namespace LoadTest.Engine.Recording;

/// <summary>What became of one of the target's operations in one interval. An operation's figures belong to the interval in which it ended.</summary>
public sealed record OperationInterval
{
    /// <summary>The operation's name.</summary>
    public required string Name { get; init; }

    /// <summary>How many ended, by category; categories without any are left out.</summary>
    public required IReadOnlyList<(OutcomeCategory Category, long Count)> Ended { get; init; }

    /// <summary>Requests that were throttled, by category, also those that were tried again; categories without any are left out.</summary>
    public required IReadOnlyList<(OutcomeCategory Category, long Count)> ThrottledAttempts { get; init; }

    /// <summary>Requests sent.</summary>
    public required long Attempts { get; init; }

    /// <summary>Capacity units charged.</summary>
    public required ConsumedUnits Units { get; init; }

    /// <summary>Read capacity units charged, as the answers reported them.</summary>
    public double ReadUnits => Units.Read;

    /// <summary>Write capacity units charged, as the answers reported them.</summary>
    public double WriteUnits => Units.Write;

    /// <summary>The latencies by kind, of the kinds that came up in the run so far.</summary>
    public required IReadOnlyList<(OutcomeKind Kind, LatencyInterval Latencies)> Latencies { get; init; }

    /// <summary>The latencies of those that did what the plan asked for; null where none did in the run so far.</summary>
    public LatencyInterval? SuccessLatencies => Latencies.FirstOrDefault(pair => pair.Kind == OutcomeKind.Success).Latencies;

    /// <summary>How many ended, whatever came of them.</summary>
    public long EndedCount => Ended.Sum(pair => pair.Count);

    /// <summary>How many ended in a way that is counted as this kind.</summary>
    public long CountOf(OutcomeKind kind)
    {
        var sum = 0L;
        foreach (var (category, count) in Ended)
        {
            if (category.Kind == kind) sum += count;
        }

        return sum;
    }
}
