using LoadTest.Engine.Records;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Searching;

namespace LoadTest;

/// <summary>What a run came to once its load was measured.</summary>
/// <param name="Result">What the load came to.</param>
/// <param name="Verification">What reading the table back showed.</param>
/// <param name="Findings">What could not be done after the load; each fails the run.</param>
/// <param name="WasStopped">Whether somebody asked it to stop, during the load or after it.</param>
public sealed record RunEnd(LoadResult Result, VerificationResult Verification, IReadOnlyList<string> Findings, bool WasStopped)
{
    /// <summary>Why the load was ended before its plan, as a threshold could not hold any more; null where that was not so.</summary>
    public string? Hopeless { get; init; }

    /// <summary>The search for the highest rate; null where there was none.</summary>
    public RateSearchResult? Search { get; init; }

    /// <summary>What limits the table.</summary>
    public TableFacts? Table { get; init; }

    /// <summary>The same as the run's record holds it.</summary>
    /// <param name="beforeLoad">From the process's start to the engine's.</param>
    public RecordClose ToClose(TimeSpan beforeLoad) => new()
    {
        Verification = Verification,
        Findings = Findings,
        WasStopped = WasStopped,
        Hopeless = Hopeless,
        Search = Search,
        Table = Table,
        FirstOperation = beforeLoad + Result.Client.FirstOperation,
    };
}
