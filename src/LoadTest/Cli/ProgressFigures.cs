using System.Globalization;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;
using LoadTest.Planning;

namespace LoadTest.Cli;

/// <summary>The figures of an interval as text, the same for a terminal and for plain lines.</summary>
internal sealed record ProgressFigures(
    string Elapsed, string Offered, string Achieved, string P50, string P99, string InFlight, string Throttled, string Errors, string Left, double Done)
{
    /// <summary>Whether an interval says anything: the last one may be a sliver in which nothing ended.</summary>
    public static bool AreWorthShowing(LoadPlan plan, IntervalReport interval) => interval.EndedCount > 0 || interval.Length > plan.Interval / 2;

    public static ProgressFigures Of(LoadPlan plan, IntervalReport interval)
    {
        var latency = LatencySummary.Of(interval.Latencies.Response);
        var seconds = Math.Max(interval.Length.TotalSeconds, 0.001);
        var ended = interval.EndedInAll.Values.Sum();
        var done = DoneShare(interval, ended);
        return new ProgressFigures(
            LoadDescription.Duration(TimeSpan.FromSeconds(Math.Round(interval.End.TotalSeconds, 1))),
            plan.Load is Load.Open ? Text($"{interval.Offered / seconds:N0}/s") : "as answered",
            Text($"{interval.EndedCount / seconds:N0}/s"),
            latency.Count == 0 ? "-" : $"{OperationColumn.Milliseconds(latency.P50)} ms",
            latency.Count == 0 ? "-" : $"{OperationColumn.Milliseconds(latency.P99)} ms",
            OperationColumn.Count(interval.InFlight),
            OperationColumn.Count(interval.EndedInAll.GetValueOrDefault(OutcomeKind.Throttle)),
            OperationColumn.Count(interval.EndedInAll.GetValueOrDefault(OutcomeKind.Failure)),
            TimeLeft(interval, ended, done),
            done);
    }

    private static double DoneShare(IntervalReport interval, long ended)
    {
        var byCount = interval.TotalOperations is > 0 and var total ? (double)ended / total : 0;
        var byTime = interval.PlannedDuration is { } planned && interval.TotalOperations is null ? interval.End / planned : 0;
        return Math.Clamp(Math.Max(byCount, byTime), 0, 1);
    }

    private static string TimeLeft(IntervalReport interval, long ended, double done)
    {
        if (interval.PlannedDuration is { } planned && planned > interval.End && interval.TotalOperations != ended)
            return LoadDescription.Duration(TimeSpan.FromSeconds(Math.Ceiling((planned - interval.End).TotalSeconds)));
        if (done is <= 0 or >= 1) return done >= 1 ? "done" : "unknown";
        return LoadDescription.Duration(TimeSpan.FromSeconds(Math.Ceiling(interval.End.TotalSeconds * (1 - done) / done)));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
