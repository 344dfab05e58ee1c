using LoadTest.Engine.Recording;
using LoadTest.Engine.Records;
using LoadTest.Engine.Reporting;
using LoadTest.Operations;

namespace LoadTest.Results;

/// <summary>Judges a run and gathers what its reports show, from its record alone: for a run that just ended as for a stored or merged one.</summary>
public static class SummaryBuilder
{
    /// <summary>Makes the summary.</summary>
    public static RunSummary Build(RunRecord record) => new()
    {
        RunId = record.Head.RunId,
        StartedAt = record.Head.StartedAt,
        Version = record.Head.Version,
        Outcome = Judge(record.Result, record.Close),
        Environment = record.Head.Environment,
        Table = record.Head.Table,
        Target = record.Head.Target,
        Seed = record.Head.Seed,
        Load = record.Head.Load,
        Result = record.Result,
        Verification = record.Close.Verification,
        FirstOperation = record.Close.FirstOperation,
        Warnings =
        [
            .. record.Close.Findings, .. Findings(record.Result, record.Close.Verification), .. ClientWarnings.Of(record.Result),
            .. WorkerWarnings.Of(record.Close.Workers),
        ],
        Settings = record.Head.Settings,
        Workers = record.Close.Workers,
    };

    /// <summary>
    /// Failed means: verification failed or could not be done, nothing succeeded, or the run is incomplete. Throttles alone pass, and conditional failures
    /// that the plan asked for are no failures.
    /// </summary>
    public static RunOutcome Judge(LoadResult result, RecordClose close)
    {
        if (close.WasStopped) return RunOutcome.Aborted;
        var nothingSucceeded = result.Attempted > 0 && result.Succeeded == 0;
        return close.Verification.Holds && close.Findings.Count == 0 && !nothingSucceeded && result.Ending == Ending.Complete && Contradictions(result) == 0
            ? RunOutcome.Passed
            : RunOutcome.Failed;
    }

    private static IEnumerable<string> Findings(LoadResult result, VerificationResult verification)
    {
        if (!verification.Holds)
            yield return $"Verification failed: {OperationColumn.Count(verification.Lost)} acknowledged writes are missing from the table, and {OperationColumn.Count(verification.Phantom)} items are in it that should not be.";
        if (Contradictions(result) is > 0 and var count)
            yield return $"{OperationColumn.Count(count)} answers contradict what was acknowledged before: an item that was written was not there.";
        if (result.Attempted > 0 && result.Succeeded == 0) yield return "No operation succeeded.";
        if (result.UnexpectedFailures > 0)
            yield return $"{OperationColumn.Count(result.UnexpectedFailures)} of {OperationColumn.Count(result.Attempted)} operations failed or were throttled; latencies are of those that succeeded.";
    }

    // Only a store that lost an acknowledged write answers like this.
    private static long Contradictions(LoadResult result) => result.Operations.SelectMany(operation => operation.Errors)
        .Where(error => error.Category == Category.All[Category.UnexpectedSuccess] || error.Category == Category.All[Category.MissingItem])
        .Sum(error => error.Count);
}
