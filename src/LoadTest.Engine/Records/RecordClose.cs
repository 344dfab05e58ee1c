using LoadTest.Engine.Reporting;
using LoadTest.Engine.Searching;

namespace LoadTest.Engine.Records;

/// <summary>What came after the load, and what became of each worker.</summary>
public sealed record RecordClose
{
    /// <summary>What reading the table back showed.</summary>
    public required VerificationResult Verification { get; init; }

    /// <summary>What could not be done; each fails the run.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>Whether somebody asked the run to stop.</summary>
    public required bool WasStopped { get; init; }

    /// <summary>Why the load was ended before its plan, as a threshold could not hold any more; null where that was not so.</summary>
    public string? Hopeless { get; init; }

    /// <summary>The search for the highest rate; null where there was none.</summary>
    public RateSearchResult? Search { get; init; }

    /// <summary>What limits the table; null where that was not found out.</summary>
    public TableFacts? Table { get; init; }

    /// <summary>From the process's start to the send of its first operation.</summary>
    public required TimeSpan FirstOperation { get; init; }

    /// <summary>What has to be known of the record itself; null where nothing has.</summary>
    public string? Note { get; init; }

    /// <summary>The workers of a merged run; empty for the record of one.</summary>
    public IReadOnlyList<WorkerResult> Workers { get; init; } = [];
}
