using System.Text.Encodings.Web;
using System.Text.Json;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Searching;
using LoadTest.Engine.Thresholds;

namespace LoadTest.Engine.Reporting;

/// <summary>Writes <c>summary.json</c>: the versioned contract for programs that read results. docs/summary-json.md describes it.</summary>
public static class SummaryJson
{
    /// <summary>Raised when a member changes its meaning or goes; new members do not raise it.</summary>
    public const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the summary as UTF-8 JSON.</summary>
    public static void Write(RunSummary summary, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("runId", summary.RunId);
        json.WriteString("outcome", OutcomeName(summary.Outcome));
        json.WriteBoolean("partial", summary.Result.Ending != Ending.Complete);
        json.WriteString("startedAt", summary.StartedAt.UtcDateTime);
        json.WriteString("version", summary.Version);
        json.WriteString("environment", summary.Environment);
        json.WriteString("table", summary.Table);
        json.WriteString("target", summary.Target);
        json.WriteNumber("seed", summary.Seed);
        json.WriteString("load", summary.Load);
        WriteRates(json, summary.Result);
        WriteThresholds(json, summary);
        var all = Sample.Of(summary.Result);
        WriteLatency(json, "responseTimeMs", LatencySummary.Of(all.ResponseTimes));
        WriteLatency(json, "serviceTimeMs", LatencySummary.Of(all.ServiceTimes));
        json.WriteStartArray("operations");
        foreach (var operation in summary.Result.Operations) WriteOperation(json, operation);
        json.WriteEndArray();
        WriteLatency(json, "latenessMs", summary.Result.Lateness);
        json.WriteNumber("lateStarts", summary.Result.LateStarts);
        WriteSearch(json, summary.Search);
        WriteCost(json, summary.Cost);
        WriteVerification(json, summary.Verification);
        WriteClient(json, summary);
        WriteLists(json, summary);
        if (summary.Workers.Count > 0) WriteWorkers(json, summary.Workers);
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    /// <summary>The outcome's name in reports.</summary>
    public static string OutcomeName(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Passed => "passed",
        RunOutcome.Failed => "failed",
        RunOutcome.ThresholdsFailed => "thresholds-failed",
        _ => "aborted",
    };

    /// <summary>The name of a worker's state in reports.</summary>
    public static string StateName(WorkerState state) => state switch
    {
        WorkerState.Complete => "complete",
        WorkerState.Partial => "partial",
        WorkerState.BrokenOff => "broken-off",
        _ => "missing",
    };

    private static void WriteRates(Utf8JsonWriter json, LoadResult result)
    {
        json.WriteStartObject("offered");
        json.WriteNumber("operations", result.OfferedOperations);
        WriteNumberOrNull(json, "ratePerSecond", result.OfferedRatePerSecond is { } rate ? Rounded(rate) : null);
        json.WriteNumber("notStarted", result.NotStarted);
        json.WriteEndObject();
        json.WriteStartObject("achieved");
        json.WriteNumber("ratePerSecond", Rounded(result.AchievedRatePerSecond));
        json.WriteNumber("durationSeconds", Rounded(result.Duration.TotalSeconds));
        json.WriteEndObject();
    }

    private static void WriteOperation(Utf8JsonWriter json, OperationResult operation)
    {
        json.WriteStartObject();
        json.WriteString("name", operation.Name);
        json.WriteNumber("attempted", operation.Attempted);
        json.WriteNumber("succeeded", operation.Succeeded);
        json.WriteNumber("failed", operation.Failed);
        json.WriteNumber("expectedFailures", operation.ExpectedFailures);
        json.WriteNumber("attempts", operation.Attempts);
        json.WriteNumber("unexpectedErrors", operation.UnexpectedErrors);
        WriteCounts(json, "errors", operation.Errors);
        WriteCounts(json, "throttledRequests", operation.ThrottledRequests);
        WriteLatency(json, "responseTimeMs", operation.ResponseTime);
        WriteLatency(json, "serviceTimeMs", operation.ServiceTime);
        json.WriteStartObject("consumed");
        json.WriteNumber("readUnits", operation.ReadUnits);
        json.WriteNumber("writeUnits", operation.WriteUnits);
        json.WriteNumber("indexReadUnits", operation.Units.IndexRead);
        json.WriteNumber("indexWriteUnits", operation.Units.IndexWrite);
        json.WriteNumber("unreportedWriteUnits", operation.Units.UnreportedWrite);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, IEnumerable<(OutcomeCategory Category, long Count)> counts)
    {
        json.WriteStartObject(name);
        foreach (var (category, count) in counts.OrderBy(pair => pair.Category.Name, StringComparer.Ordinal)) json.WriteNumber(category.Name, count);
        json.WriteEndObject();
    }

    private static void WriteThresholds(Utf8JsonWriter json, RunSummary summary)
    {
        json.WriteStartArray("thresholds");
        foreach (var verdict in summary.Thresholds)
        {
            json.WriteStartObject();
            json.WriteString("threshold", verdict.Threshold.Text);
            json.WriteString("operation", verdict.Threshold.Operation);
            json.WriteString("metric", verdict.Threshold.Metric.Name);
            json.WriteString("unit", verdict.Threshold.Metric.Unit);
            WriteNumberOrNull(json, "actual", verdict.Value);
            WriteNumberOrNull(json, "limit", verdict.Limit);
            json.WriteBoolean("holds", verdict.Holds);
            if (verdict.Reason is { } reason) json.WriteString("reason", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSearch(Utf8JsonWriter json, RateSearchResult? search)
    {
        if (search is null) return;
        json.WriteStartObject("findMax");
        WriteNumberOrNull(json, "highestHeld", search.HighestHeld);
        WriteNumberOrNull(json, "lowestBroken", search.LowestBroken);
        json.WriteString("ended", search.Ended);
        json.WriteStartArray("trials");
        foreach (var trial in search.Trials)
        {
            json.WriteStartObject();
            json.WriteNumber("ratePerSecond", Rounded(trial.Rate));
            json.WriteNumber("durationSeconds", Rounded(trial.Duration.TotalSeconds));
            json.WriteNumber("achievedPerSecond", Rounded(trial.AchievedRate));
            WriteLatency(json, "responseTimeMs", trial.Response);
            json.WriteNumber("throttledRequests", trial.ThrottledRequests);
            json.WriteNumber("errors", trial.Errors);
            json.WriteBoolean("held", trial.Held);
            json.WriteStartArray("broken");
            foreach (var threshold in trial.Broken) json.WriteStringValue(threshold);
            json.WriteEndArray();
            if (trial.Burst is { } burst) WriteBurst(json, burst);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteBurst(Utf8JsonWriter json, BurstSpent burst)
    {
        json.WriteStartObject("burst");
        json.WriteNumber("ratePerSecond", Rounded(burst.Rate));
        json.WriteNumber("seconds", Rounded(burst.Duration.TotalSeconds));
        json.WriteBoolean("wasThrottled", burst.WasThrottled);
        json.WriteEndObject();
    }

    private static void WriteCost(Utf8JsonWriter json, CostSummary? cost)
    {
        if (cost is null) return;
        json.WriteStartObject("cost");
        json.WriteNumber("estimatedUsd", Math.Round(cost.Estimated, 6));
        json.WriteNumber("actualUsd", Math.Round(cost.Actual, 6));
        json.WriteString("prices", cost.Prices);
        json.WriteStartArray("lines");
        foreach (var line in cost.Lines)
        {
            json.WriteStartObject();
            json.WriteString("for", line.What);
            json.WriteNumber("amount", Rounded(line.Amount));
            json.WriteString("unit", line.Unit);
            json.WriteNumber("usd", Math.Round(line.Dollars, 6));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNumberOrNull(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, Math.Round(number, 6));
        else json.WriteNull(name);
    }

    private static void WriteLatency(Utf8JsonWriter json, string name, LatencySummary latency)
    {
        json.WriteStartObject(name);
        Write("p50", latency.P50);
        Write("p75", latency.P75);
        Write("p90", latency.P90);
        Write("p95", latency.P95);
        Write("p99", latency.P99);
        Write("p999", latency.P999);
        Write("max", latency.Max);
        Write("mean", Rounded(latency.Mean));
        json.WriteEndObject();

        // No time at all is not the shortest one.
        void Write(string member, double value)
        {
            if (latency.Count > 0) json.WriteNumber(member, value);
            else json.WriteNull(member);
        }
    }

    private static void WriteVerification(Utf8JsonWriter json, VerificationResult verification)
    {
        json.WriteStartObject("verification");
        json.WriteString("mode", verification.Mode);
        json.WriteNumber("expected", verification.Expected);
        json.WriteNumber("found", verification.Found);
        json.WriteNumber("lost", verification.Lost);
        json.WriteNumber("phantom", verification.Phantom);
        json.WriteNumber("torn", verification.Torn);
        json.WriteNumber("miscounted", verification.Miscounted);
        json.WriteStartArray("examples");
        foreach (var example in verification.Examples) json.WriteStringValue(example);
        json.WriteEndArray();
        if (verification.Reason is not null) json.WriteString("reason", verification.Reason);
        json.WriteEndObject();
    }

    private static void WriteClient(Utf8JsonWriter json, RunSummary summary)
    {
        var client = summary.Result.Client;
        var operations = Math.Max(1, summary.Result.Attempted);
        json.WriteStartObject("client");
        json.WriteNumber("cpuMicrosecondsPerOperation", Rounded(client.ProcessorTime.TotalMicroseconds / operations));
        json.WriteNumber("peakWorkingSetBytes", client.PeakWorkingSetBytes);
        json.WriteNumber("allocatedBytesPerOperation", client.AllocatedBytes / operations);
        json.WriteNumber("firstOperationMs", Rounded(summary.FirstOperation.TotalMilliseconds));
        json.WriteNumber("highestProcessorShare", Rounded(client.HighestProcessorShare));
        json.WriteEndObject();
    }

    private static void WriteLists(Utf8JsonWriter json, RunSummary summary)
    {
        json.WriteStartArray("warnings");
        foreach (var warning in summary.Warnings) json.WriteStringValue(warning);
        json.WriteEndArray();
        json.WriteStartArray("advice");
        foreach (var advice in summary.Advice) json.WriteStringValue(advice);
        json.WriteEndArray();
        json.WriteStartArray("settings");
        foreach (var setting in summary.Settings)
        {
            json.WriteStartObject();
            json.WriteString("name", setting.Name);
            json.WriteString("value", setting.Value);
            json.WriteString("origin", setting.Origin);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWorkers(Utf8JsonWriter json, IReadOnlyList<WorkerResult> workers)
    {
        json.WriteStartArray("workers");
        foreach (var worker in workers)
        {
            json.WriteStartObject();
            json.WriteNumber("index", worker.Index);
            json.WriteString("state", StateName(worker.State));
            json.WriteNumber("attempted", worker.Attempted);
            if (worker.StartSkew is { } skew) json.WriteNumber("startSkewMs", Rounded(skew.TotalMilliseconds));
            else json.WriteNull("startSkewMs");
            if (worker.Note is { } note) json.WriteString("note", note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static double Rounded(double value) => Math.Round(value, 3);
}
