using System.Globalization;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;

namespace LoadTest.Cli;

/// <summary>The end of a run as lines of text: a row a figure, a column an operation.</summary>
internal static class SummaryText
{
    public static IEnumerable<string> Lines(RunSummary summary)
    {
        var result = summary.Result;
        if (result.Ending != Ending.Complete) yield return "PARTIAL: the run ended before its plan did; the numbers cover what was done until then";
        yield return "";
        var width = Math.Max(14, result.Operations.Select(operation => operation.Name.Length).DefaultIfEmpty(0).Max() + 2);
        foreach (var column in OperationColumn.All)
        {
            yield return $"{column.Title,-26}{string.Concat(result.Operations.Select(operation => column.Value(operation).PadLeft(width)))}";
        }

        foreach (var operation in result.Operations)
        {
            foreach (var (category, count) in operation.Errors) yield return $"  {operation.Name} {category.Name}: {OperationColumn.Count(count)}";
        }

        yield return "";
        foreach (var (name, value) in Facts(summary)) yield return $"{name,-26}{value}";
    }

    /// <summary>What the table of operations does not say.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(RunSummary summary)
    {
        var result = summary.Result;
        var verification = summary.Verification;
        yield return ("offered", result.OfferedRatePerSecond is { } rate
            ? Text($"{result.OfferedOperations:N0} operations, {rate:N1} a second")
            : Text($"{result.OfferedOperations:N0} operations, as fast as they were answered"));
        yield return ("achieved", Text($"{result.AchievedRatePerSecond:N1} operations a second over {result.Duration.TotalSeconds:N3} s"));
        yield return ("lateness", Text($"p50 {result.Lateness.P50:N3} ms, p99 {result.Lateness.P99:N3} ms, max {result.Lateness.Max:N3} ms"));
        if (summary.Search is { } search) yield return ("highest rate", SearchText.Sentence(search));
        foreach (var verdict in summary.Thresholds)
        {
            yield return ("threshold", $"{verdict.Threshold.Text}: {verdict.Word}, {verdict.Reason ?? verdict.ValueText}");
        }

        yield return ("verification", verification.Reason is { } reason
            ? $"none: {reason}"
            : Text($"{verification.Found:N0} of {verification.Expected:N0} acknowledged writes found, {verification.Lost:N0} lost, {verification.Phantom:N0} phantom"));
        yield return ("client", Text(
            $"{result.Client.ProcessorTime.TotalMicroseconds / Math.Max(1, result.Attempted):N0} us of processor an operation, {result.Client.PeakWorkingSetBytes / 1048576.0:N0} MiB at the most"));
        if (summary.Cost is { IsFree: false } cost) yield return ("cost", cost.Sentence);
        foreach (var advice in summary.Advice) yield return ("advice", advice);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
