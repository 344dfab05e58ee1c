using System.Globalization;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Searching;
using LoadTest.Engine.Thresholds;

namespace LoadTest.Engine.Reporting;

/// <summary>Writes <c>report.md</c>: the run for people, warnings first.</summary>
public static class MarkdownReport
{
    /// <summary>Writes the report; lines end in a line feed on every system.</summary>
    public static void Write(RunSummary summary, TextWriter writer)
    {
        WriteShort(summary, writer);
        WriteVerification(writer, summary.Verification);
        WriteClient(writer, summary);
        if (summary.Workers.Count > 0) WorkerTable.Write(writer, summary.Workers);
        WriteSettings(writer, summary);
    }

    /// <summary>Writes what a job's summary in a pipeline shows: the verdict, warnings, thresholds, rates and operations.</summary>
    public static void WriteShort(RunSummary summary, TextWriter writer)
    {
        writer.NewLine = "\n";
        var result = summary.Result;
        writer.WriteLine($"# Load test {summary.RunId}: {SummaryJson.OutcomeName(summary.Outcome)}");
        writer.WriteLine();
        if (result.Ending != Ending.Complete) writer.WriteLine("**Partial: the run ended before its plan did; the numbers cover what was done until then.**\n");
        foreach (var warning in summary.Warnings) writer.WriteLine($"- **Warning:** {warning}");
        if (summary.Warnings.Count > 0) writer.WriteLine();
        writer.WriteLine(Text($"{summary.Load}, against table `{summary.Table}` ({summary.Target}), environment `{summary.Environment}`, seed {summary.Seed}, started {summary.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC."));
        writer.WriteLine();
        WriteSearch(writer, summary.Search);
        WriteThresholds(writer, summary.Thresholds);
        WriteRates(writer, result);
        WriteOperations(writer, result);
        WriteErrors(writer, result);
        WriteAdvice(writer, summary);
    }

    private static void WriteSearch(TextWriter writer, RateSearchResult? search)
    {
        if (search is null) return;
        writer.WriteLine("## The highest rate that held");
        writer.WriteLine();
        writer.WriteLine($"{SearchText.Sentence(search)} {SearchText.AboutBurst(search)}");
        writer.WriteLine();
        writer.WriteLine("| Rate /s | Achieved /s | Seconds | p50 ms | p99 ms | p99.9 ms | Throttled | Errors | Verdict |");
        writer.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
        foreach (var trial in search.Trials)
        {
            writer.WriteLine(Text($"| {trial.Rate:#,0.#} | {trial.AchievedRate:#,0.#} | {trial.Duration.TotalSeconds:0.#} | {trial.Response.P50:0.###} | {trial.Response.P99:0.###} | {trial.Response.P999:0.###} | {trial.ThrottledRequests:N0} | {trial.Errors:N0} | {(trial.Held ? "held" : "**broke** " + string.Join(", ", trial.Broken))} |"));
        }

        writer.WriteLine();
    }

    private static void WriteAdvice(TextWriter writer, RunSummary summary)
    {
        if (summary.Advice.Count > 0)
        {
            writer.WriteLine("## Advice");
            writer.WriteLine();
            foreach (var advice in summary.Advice) writer.WriteLine($"- {advice}");
            writer.WriteLine();
        }

        if (summary.Cost is not { } cost) return;
        writer.WriteLine("## Cost");
        writer.WriteLine();
        writer.WriteLine(cost.Sentence);
        writer.WriteLine();
        foreach (var line in cost.Lines) writer.WriteLine(Text($"- {line.What}: {line.AmountText}, {line.Dollars:0.0000} USD"));
        if (cost.Lines.Count > 0) writer.WriteLine();
    }

    private static void WriteThresholds(TextWriter writer, IReadOnlyList<ThresholdVerdict> verdicts)
    {
        if (verdicts.Count == 0) return;
        writer.WriteLine("## Thresholds");
        writer.WriteLine();
        writer.WriteLine("| Threshold | Actual | Limit | Verdict |");
        writer.WriteLine("| --- | ---: | ---: | --- |");
        foreach (var verdict in verdicts)
        {
            writer.WriteLine($"| `{verdict.Threshold.Text}` | {verdict.ValueText} | {Cell(verdict.LimitText)} | {(verdict.Holds ? "held" : "**broken**")}{Because(verdict)} |");
        }

        writer.WriteLine();
    }

    private static string Because(ThresholdVerdict verdict) => verdict.Reason is { } reason ? ": " + reason : "";

    private static void WriteRates(TextWriter writer, LoadResult result)
    {
        writer.WriteLine("| | operations | a second |");
        writer.WriteLine("| --- | ---: | ---: |");
        var offered = result.OfferedRatePerSecond is { } rate ? rate.ToString("N1", CultureInfo.InvariantCulture) : "as many as were answered";
        writer.WriteLine($"| offered | {OperationColumn.Count(result.OfferedOperations)} | {offered} |");
        writer.WriteLine(Text($"| achieved in {result.Duration.TotalSeconds:N3} s | {result.Attempted:N0} | {result.AchievedRatePerSecond:N1} |"));
        writer.WriteLine();
    }

    private static void WriteOperations(TextWriter writer, LoadResult result)
    {
        writer.WriteLine("## Operations");
        writer.WriteLine();
        writer.WriteLine($"| {string.Join(" | ", OperationColumn.All.Select(column => column.Title))} |");
        writer.WriteLine($"| --- |{string.Concat(OperationColumn.All.Skip(1).Select(_ => " ---: |"))}");
        foreach (var operation in result.Operations)
        {
            writer.WriteLine($"| {string.Join(" | ", OperationColumn.All.Select(column => column.Value(operation)))} |");
        }

        writer.WriteLine();
        foreach (var column in OperationColumn.All) writer.WriteLine($"- **{column.Title}**: {column.Legend}");
        writer.WriteLine();
    }

    private static void WriteErrors(TextWriter writer, LoadResult result)
    {
        var errors = result.Operations.SelectMany(operation => operation.Errors.Select(error => (operation.Name, error))).ToArray();
        if (errors.Length == 0) return;
        writer.WriteLine("## Failures by category");
        writer.WriteLine();
        writer.WriteLine("| Operation | Category | Count |");
        writer.WriteLine("| --- | --- | ---: |");
        foreach (var (name, (category, count)) in errors) writer.WriteLine($"| {name} | {category.Name} | {OperationColumn.Count(count)} |");
        writer.WriteLine();
    }

    private static void WriteVerification(TextWriter writer, VerificationResult verification)
    {
        writer.WriteLine("## Verification");
        writer.WriteLine();
        writer.WriteLine(verification.Reason is { } reason
            ? $"Nothing was read back: {reason}."
            : Text($"{verification.Expected:N0} writes were acknowledged; {verification.Found:N0} of them were found in the table, {verification.Lost:N0} are lost, and {verification.Phantom:N0} items are there that should not be; {verification.Torn:N0} are torn, and {verification.Miscounted:N0} hold another number of updates."));
        foreach (var example in verification.Examples) writer.WriteLine($"- {example}");
        writer.WriteLine();
    }

    private static void WriteClient(TextWriter writer, RunSummary summary)
    {
        var result = summary.Result;
        var operations = Math.Max(1, result.Attempted);
        writer.WriteLine("## The client itself");
        writer.WriteLine();
        writer.WriteLine(Text($"- lateness of starts: p50 {result.Lateness.P50:N3} ms, p99 {result.Lateness.P99:N3} ms, max {result.Lateness.Max:N3} ms; {result.LateStarts:N0} later than 10 ms"));
        writer.WriteLine(Text($"- processor time: {result.Client.ProcessorTime.TotalMicroseconds / operations:N1} microseconds an operation; busiest interval {result.Client.HighestProcessorShare:P0} of the machine"));
        writer.WriteLine(Text($"- memory: {result.Client.PeakWorkingSetBytes / 1048576.0:N0} MiB at the most; {result.Client.AllocatedBytes / operations:N0} bytes allocated an operation"));
        writer.WriteLine(Text($"- first operation: {summary.FirstOperation.TotalMilliseconds:N0} ms after the process started"));
        writer.WriteLine();
    }

    private static void WriteSettings(TextWriter writer, RunSummary summary)
    {
        writer.WriteLine("## Settings");
        writer.WriteLine();
        writer.WriteLine("| Setting | Value | From |");
        writer.WriteLine("| --- | --- | --- |");
        foreach (var setting in summary.Settings) writer.WriteLine($"| {setting.Name} | {Cell(setting.Value)} | {Cell(setting.Origin)} |");
        writer.WriteLine();
        writer.WriteLine($"Made by dynamodb-load-test {summary.Version}.");
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
