using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.DynamoDb;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Thresholds;
using LoadTest.Operations;
using LoadTest.Planning;

namespace LoadTest.Results;

/// <summary>Judges a run and gathers what its reports show.</summary>
public static class SummaryBuilder
{
    private static readonly OptionGroup[] ReportedGroups =
    [
        OptionGroup.Application, OptionGroup.Load, OptionGroup.Data, OptionGroup.Safety, OptionGroup.Thresholds, OptionGroup.Table, OptionGroup.Connection, OptionGroup.LocalServer,
    ];

    /// <summary>Makes the summary.</summary>
    /// <param name="plan">What was to be done.</param>
    /// <param name="settings">Where it came from.</param>
    /// <param name="connection">Where it was done.</param>
    /// <param name="end">What the run came to.</param>
    /// <param name="beforeLoad">From the process's start to the engine's.</param>
    public static RunSummary Build(RunPlan plan, Settings settings, Connection connection, RunEnd end, TimeSpan beforeLoad)
    {
        var thresholds = ThresholdJudge.Judge(plan.Thresholds, end.Result, plan.Baseline);
        return new RunSummary
        {
            RunId = plan.RunId,
            StartedAt = plan.StartedAt,
            Version = ProgramVersion.Text,
            Outcome = Judge(end, thresholds),
            Environment = settings.Environment,
            Table = plan.Table.Name,
            Target = connection.Place,
            Seed = plan.Seed,
            Load = plan.Description,
            Result = end.Result,
            Thresholds = thresholds,
            Verification = end.Verification,
            FirstOperation = beforeLoad + end.Result.Client.FirstOperation,
            Warnings = [.. end.Findings, .. Findings(end, thresholds), .. ClientWarnings.Of(end.Result)],
            Settings = [.. Reported(settings)],
        };
    }

    /// <summary>
    /// Failed means: verification failed or could not be done, nothing succeeded, or the run is incomplete. Throttles alone pass, and conditional failures
    /// that the plan asked for are no failures. Thresholds are asked last.
    /// </summary>
    public static RunOutcome Judge(RunEnd end, IReadOnlyList<ThresholdVerdict> thresholds)
    {
        if (end.WasStopped) return RunOutcome.Aborted;
        var result = end.Result;
        var nothingSucceeded = result.Attempted > 0 && result.Succeeded == 0;
        var isComplete = result.Ending == Ending.Complete || end.Hopeless is not null;
        if (!end.Verification.Holds || end.Findings.Count > 0 || nothingSucceeded || !isComplete || Contradictions(result) > 0) return RunOutcome.Failed;
        return end.Hopeless is null && thresholds.All(verdict => verdict.Holds) ? RunOutcome.Passed : RunOutcome.ThresholdsFailed;
    }

    private static IEnumerable<string> Findings(RunEnd end, IReadOnlyList<ThresholdVerdict> thresholds)
    {
        var (result, verification) = (end.Result, end.Verification);
        if (!verification.Holds)
            yield return $"Verification failed: {OperationColumn.Count(verification.Lost)} acknowledged writes are missing from the table, and {OperationColumn.Count(verification.Phantom)} items are in it that should not be.";
        if (Contradictions(result) is > 0 and var count)
            yield return $"{OperationColumn.Count(count)} answers contradict what was acknowledged before: an item that was written was not there.";
        if (result.Attempted > 0 && result.Succeeded == 0) yield return "No operation succeeded.";
        if (end.Hopeless is { } reason) yield return $"The run was ended early: {reason}.";
        foreach (var broken in thresholds.Where(verdict => !verdict.Holds))
            yield return $"Threshold {broken.Threshold.Text} is broken: {broken.Reason ?? broken.ValueText}.";
        if (result.UnexpectedFailures > 0)
            yield return $"{OperationColumn.Count(result.UnexpectedFailures)} of {OperationColumn.Count(result.Attempted)} operations failed or were throttled; latencies are of those that succeeded.";
    }

    // Only a store that lost an acknowledged write answers like this.
    private static long Contradictions(LoadResult result) => result.Operations.SelectMany(operation => operation.Errors)
        .Where(error => error.Category == Category.All[Category.UnexpectedSuccess] || error.Category == Category.All[Category.MissingItem])
        .Sum(error => error.Count);

    private static IEnumerable<ReportedSetting> Reported(Settings settings) =>
        from option in settings.Table.All
        where option.Scope.HasFlag(OptionScope.Program) && ReportedGroups.Contains(option.Group)
        where option.Group != OptionGroup.LocalServer || settings.IsGiven(option)
        let value = settings.Text(option)
        where !string.IsNullOrEmpty(value)
        select new ReportedSetting(option.Name, value, settings.Origin(option));
}
