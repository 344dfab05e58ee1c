using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Build.Ecs.Following;

/// <summary>What the tasks say of the load, summed over all of them: from the metric lines of their logs. Thread-safe.</summary>
/// <param name="tasks">How many share the load.</param>
internal sealed class RunProgress(int tasks)
{
    private const string Mark = "{\"_aws\":";
    private readonly Lock _gate = new();
    private readonly Dictionary<int, Interval> _last = [];
    private long _firstAt = long.MaxValue;
    private double _throttles;
    private double _errors;
    private double _completed;

    /// <summary>Takes a line of a task's log.</summary>
    /// <returns>Whether it is a metric line: one for machines, that is not to be shown.</returns>
    public bool Take(int index, string line)
    {
        if (!line.StartsWith(Mark, StringComparison.Ordinal)) return false;
        JObject values;
        try
        {
            values = JObject.Parse(line);
        }
        catch (JsonReaderException)
        {
            return false;
        }

        // Lines with one more dimension break the same numbers down.
        if (values.ContainsKey("Operation") || values.ContainsKey("Category") || values.ContainsKey("Reason")) return true;
        lock (_gate) Add(index, values);
        return true;
    }

    /// <summary>One line for the whole run; null before the load has begun.</summary>
    public string? Line()
    {
        lock (_gate)
        {
            if (_last.Count == 0) return null;
            var current = _last.Values;
            var elapsed = TimeSpan.FromMilliseconds(current.Max(interval => interval.At) - _firstAt);
            var reporting = _last.Count < tasks ? string.Create(CultureInfo.InvariantCulture, $"{_last.Count} of {tasks} tasks  ") : "";
            var p99 = current.Max(interval => interval.P99) is { } worst ? string.Create(CultureInfo.InvariantCulture, $"{worst:0.0} ms") : "-";
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{elapsed.TotalSeconds,6:0} s  {reporting}offered {current.Sum(interval => interval.Offered):N0}/s  achieved {current.Sum(interval => interval.Completed):N0}/s  "
                + $"{(tasks == 1 ? "p99" : "highest p99")} {p99}  completed in all {_completed:N0}  throttled in all {_throttles:N0}  errors in all {_errors:N0}");
        }
    }

    private void Add(int index, JObject values)
    {
        var at = (long)values["_aws"]!["Timestamp"]!;
        _last.TryGetValue(index, out var before);
        var seconds = Math.Max(0.001, before is null ? 1 : (at - before.At) / 1000.0);
        if (before is null) _firstAt = Math.Min(_firstAt, at - 1000);
        _throttles += Number(values, "Throttles") ?? 0;
        _errors += Number(values, "Errors") ?? 0;
        _completed += Number(values, "CompletedOperations") ?? 0;
        _last[index] = new Interval(at, (Number(values, "OfferedOperations") ?? 0) / seconds, (Number(values, "CompletedOperations") ?? 0) / seconds, Number(values, "ResponseTimeP99"));
    }

    private static double? Number(JObject values, string name) => (double?)values[name];

    private sealed record Interval(long At, double Offered, double Completed, double? P99);
}
