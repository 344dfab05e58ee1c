using LoadTest.Advising;
using LoadTest.Costs;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Records;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Reporting.Timelines;
using LoadTest.Engine.Thresholds;
using LoadTest.Operations;

namespace LoadTest.Results;

/// <summary>Judges a run and gathers what its reports show, from its record alone: for a run that just ended as for a stored or merged one.</summary>
public static class SummaryBuilder
{
    /// <summary>Makes the summary.</summary>
    /// <param name="record">The run.</param>
    /// <param name="required">The thresholds that it is judged by.</param>
    /// <param name="points">What happened over time; empty where that is not known.</param>
    /// <param name="baseline">The run that thresholds are relative to; null where there is none.</param>
    public static RunSummary Build(RunRecord record, IReadOnlyList<Threshold> required, IReadOnlyList<TimelinePoint> points, Baseline? baseline)
    {
        var thresholds = ThresholdJudge.Judge(required, record.Result, baseline);
        return new RunSummary
        {
            RunId = record.Head.RunId,
            StartedAt = record.Head.StartedAt,
            Version = record.Head.Version,
            Outcome = Judge(record.Result, record.Close, thresholds),
            Environment = record.Head.Environment,
            Table = record.Head.Table,
            Target = record.Head.Target,
            Seed = record.Head.Seed,
            Load = record.Head.Load,
            Result = record.Result,
            Thresholds = thresholds,
            Verification = record.Close.Verification,
            FirstOperation = record.Close.FirstOperation,
            Warnings =
            [
                .. record.Close.Findings, .. Findings(record, thresholds), .. ClientWarnings.Of(record.Result),
                .. WorkerWarnings.Of(record.Close.Workers),
            ],
            Search = record.Close.Search,
            Advice = Advice.Of(new AdviceFacts(record.Result, points, record.Close.Table)),
            Capacity = record.Close.Table,
            Cost = record.Head.Costs is { } terms ? ActualCost.Of(terms, record.Close.Table, record.Result) : null,
            Settings = record.Head.Settings,
            Workers = record.Close.Workers,
        };
    }

    /// <summary>
    /// Failed means: verification failed or could not be done, nothing succeeded, or the run is incomplete. Throttles alone pass, and conditional failures
    /// that the plan asked for are no failures. Thresholds are asked last.
    /// </summary>
    public static RunOutcome Judge(LoadResult result, RecordClose close, IReadOnlyList<ThresholdVerdict> thresholds)
    {
        if (close.WasStopped) return RunOutcome.Aborted;
        var nothingSucceeded = result.Attempted > 0 && result.Succeeded == 0;
        var isComplete = result.Ending == Ending.Complete || close.Hopeless is not null;
        if (!close.Verification.Holds || close.Findings.Count > 0 || nothingSucceeded || !isComplete || Contradictions(result) > 0) return RunOutcome.Failed;
        return close.Hopeless is null && thresholds.All(verdict => verdict.Holds) ? RunOutcome.Passed : RunOutcome.ThresholdsFailed;
    }

    private static IEnumerable<string> Findings(RunRecord record, IReadOnlyList<ThresholdVerdict> thresholds)
    {
        var (result, verification) = (record.Result, record.Close.Verification);
        if (!verification.Holds)
            yield return VerificationFinding.Of(verification);
        if (Contradictions(result) is > 0 and var count)
            yield return $"{OperationColumn.Count(count)} answers contradict what was acknowledged before: an item that was written was not there.";
        if (result.Attempted > 0 && result.Succeeded == 0) yield return "No operation succeeded.";
        if (record.Close.Hopeless is { } reason) yield return $"The run was ended early: {reason}.";
        foreach (var broken in thresholds.Where(verdict => !verdict.Holds))
            yield return $"Threshold {broken.Threshold.Text} is broken: {broken.Reason ?? broken.ValueText}.";
        if (result.UnexpectedFailures > 0)
            yield return $"{OperationColumn.Count(result.UnexpectedFailures)} of {OperationColumn.Count(result.Attempted)} operations failed or were throttled; latencies are of those that succeeded.";
    }

    // Only a store that lost an acknowledged write answers like this.
    private static long Contradictions(LoadResult result) => result.Operations.SelectMany(operation => operation.Errors)
        .Where(error => error.Category == Category.All[Category.UnexpectedSuccess] || error.Category == Category.All[Category.MissingItem])
        .Sum(error => error.Count);
}
