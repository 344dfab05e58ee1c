using System.Text.Json;
using LoadTest.Engine.Reporting;

namespace LoadTest.Engine.Thresholds;

/// <summary>The values of an earlier run that thresholds can be relative to: out of its result, or of what its <c>summary.json</c> holds.</summary>
/// <param name="RunId">The run.</param>
public sealed record Baseline(string RunId)
{
    // The members of a latency in summary.json, by the metrics that they are.
    private static readonly (string Member, string Metric)[] Latencies =
    [
        ("p50", "p50"), ("p75", "p75"), ("p90", "p90"), ("p95", "p95"), ("p99", "p99"), ("p999", "p99.9"), ("max", "max"), ("mean", "mean"),
    ];

    private readonly Dictionary<(string? Operation, string Metric), double> _values = [];
    private readonly Dictionary<string, Sample> _samples = [];
    private Sample? _whole;

    /// <summary>Every metric of a result.</summary>
    public static Baseline Of(string runId, LoadResult result)
    {
        var baseline = new Baseline(runId) { _whole = Sample.Of(result) };
        foreach (var operation in result.Operations) baseline._samples[operation.Name] = Sample.Of(result, operation.Name)!;
        return baseline;
    }

    /// <summary>Reads a <c>summary.json</c>.</summary>
    /// <exception cref="JsonException">It is no JSON, or no summary of a run.</exception>
    public static Baseline Read(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        try
        {
            return Read(document.RootElement);
        }
        catch (Exception failure) when (failure is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException("It is no summary of a run: " + failure.Message, failure);
        }
    }

    /// <summary>The value of a metric, in the metric's unit; null where the run does not hold it.</summary>
    /// <param name="operation">The operation, or null for all together.</param>
    /// <param name="metric">The metric's name.</param>
    public double? ValueOf(string? operation, string metric)
    {
        if (_whole is null) return _values.TryGetValue((operation, metric), out var value) ? value : null;
        var sample = operation is null ? _whole : _samples.GetValueOrDefault(operation);
        return sample is null ? null : Metric.Named(metric).ValueOf(sample);
    }

    private static Baseline Read(JsonElement root)
    {
        var baseline = new Baseline(root.GetProperty("runId").GetString()!);
        if (root.TryGetProperty("partial", out var partial) && partial.GetBoolean()) throw new JsonException("It is of a run that ended before its plan did.");
        var seconds = root.GetProperty("achieved").GetProperty("durationSeconds").GetDouble();
        var operations = root.GetProperty("operations").EnumerateArray().Select(operation => new Counts(operation)).ToArray();
        foreach (var operation in operations)
        {
            baseline.Add(operation.Name, operation.Attempted, operation.Attempts, operation.Errors, operation.Throttles, seconds);
            baseline.AddLatencies(operation.Name, operation.Element);
        }

        baseline.Add(
            null, operations.Sum(o => o.Attempted), operations.Sum(o => o.Attempts), operations.Sum(o => o.Errors), operations.Sum(o => o.Throttles), seconds);
        baseline.AddLatencies(null, root);
        return baseline;
    }

    private void Add(string? operation, long attempted, long attempts, long errors, long throttles, double seconds)
    {
        _values[(operation, "errors")] = errors;
        _values[(operation, "throttles")] = throttles;
        if (attempted > 0) _values[(operation, "error-rate")] = 100.0 * errors / attempted;
        if (attempts > 0) _values[(operation, "throttle-rate")] = 100.0 * throttles / attempts;
        if (seconds > 0) _values[(operation, "achieved-rate")] = attempted / seconds;
    }

    private void AddLatencies(string? operation, JsonElement element)
    {
        foreach (var (member, prefix) in new[] { ("responseTimeMs", ""), ("serviceTimeMs", "service-") })
        {
            // A summary of an older version has none of all operations together.
            if (!element.TryGetProperty(member, out var latencies)) continue;
            foreach (var (name, metric) in Latencies)
            {
                // Null where nothing succeeded.
                if (latencies.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value) _values[(operation, prefix + metric)] = value.GetDouble();
            }
        }
    }

    private sealed record Counts(JsonElement Element)
    {
        public string Name { get; } = Element.GetProperty("name").GetString()!;

        public long Attempted { get; } = Element.GetProperty("attempted").GetInt64();

        public long Attempts { get; } = Element.GetProperty("attempts").GetInt64();

        public long Errors { get; } = Element.GetProperty("unexpectedErrors").GetInt64();

        public long Throttles { get; } = Element.GetProperty("throttledRequests").EnumerateObject().Sum(reason => reason.Value.GetInt64());
    }
}
