using LoadTest.Engine.Searching;
using LoadTest.Engine.Thresholds;

namespace LoadTest.Engine.Reporting;

/// <summary>The verdict on a run.</summary>
public enum RunOutcome
{
    /// <summary>The plan was performed, and what was checked held.</summary>
    Passed,

    /// <summary>Verification failed, nothing succeeded, or the run is incomplete.</summary>
    Failed,

    /// <summary>A threshold did not hold.</summary>
    ThresholdsFailed,

    /// <summary>Somebody stopped it: the numbers cover what was done until then.</summary>
    Aborted,
}

/// <summary>What reading the table back showed.</summary>
/// <param name="Mode"><c>all</c>, <c>sample</c>, or <c>none</c> where nothing was read back.</param>
/// <param name="Expected">Items, of those that were looked for, whose write was acknowledged and which were not deleted.</param>
/// <param name="Found">Those of them that are in the table.</param>
/// <param name="Lost">Those of them that are not.</param>
/// <param name="Phantom">Items in the table whose write was refused or never sent, or whose deletion was acknowledged.</param>
/// <param name="Reason">Why nothing was read back, or null.</param>
public sealed record VerificationResult(string Mode, long Expected, long Found, long Lost, long Phantom, string? Reason = null)
{
    /// <summary>Nothing was read back.</summary>
    public static VerificationResult None(string reason) => new("none", 0, 0, 0, 0, reason);

    /// <summary>Items whose attributes are not those that one write gave them.</summary>
    public long Torn { get; init; }

    /// <summary>Items that hold fewer updates than were acknowledged, or more than were sent.</summary>
    public long Miscounted { get; init; }

    /// <summary>The keys of the first few items of each kind, such as <c>lost: run#000000000017</c>.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>Whether nothing contradicts what the target acknowledged.</summary>
    public bool Holds => Lost == 0 && Phantom == 0 && Torn == 0 && Miscounted == 0;
}

/// <summary>A setting of the run, as reports list it.</summary>
/// <param name="Name">The setting's name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Origin">Where the value came from.</param>
public sealed record ReportedSetting(string Name, string Value, string Origin);

/// <summary>Everything that a report of a run shows.</summary>
public sealed record RunSummary
{
    /// <summary>The run's id.</summary>
    public required string RunId { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>The verdict.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>The environment, such as <c>local</c>.</summary>
    public required string Environment { get; init; }

    /// <summary>The table's name.</summary>
    public required string Table { get; init; }

    /// <summary>Where the table is: an endpoint's address, or a region.</summary>
    public required string Target { get; init; }

    /// <summary>The seed that decided keys and payloads.</summary>
    public required long Seed { get; init; }

    /// <summary>The load in words.</summary>
    public required string Load { get; init; }

    /// <summary>What the load came to.</summary>
    public required LoadResult Result { get; init; }

    /// <summary>What the run's thresholds came to; none where it had none.</summary>
    public required IReadOnlyList<ThresholdVerdict> Thresholds { get; init; }

    /// <summary>What reading the table back showed.</summary>
    public required VerificationResult Verification { get; init; }

    /// <summary>From the process's start to the send of its first operation.</summary>
    public required TimeSpan FirstOperation { get; init; }

    /// <summary>What a reader must know before trusting the numbers; the most important first.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The search for the highest rate; null where there was none.</summary>
    public RateSearchResult? Search { get; init; }

    /// <summary>What the data advise, each piece with its evidence; the most important first.</summary>
    public IReadOnlyList<string> Advice { get; init; } = [];

    /// <summary>What limits the table; null where that is not known.</summary>
    public TableFacts? Capacity { get; init; }

    /// <summary>What the run cost; null where that is not known.</summary>
    public CostSummary? Cost { get; init; }

    /// <summary>The settings of the run.</summary>
    public required IReadOnlyList<ReportedSetting> Settings { get; init; }

    /// <summary>What became of each worker of a run that had several; empty otherwise.</summary>
    public IReadOnlyList<WorkerResult> Workers { get; init; } = [];
}
