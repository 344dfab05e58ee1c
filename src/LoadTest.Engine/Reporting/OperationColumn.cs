using System.Globalization;

namespace LoadTest.Engine.Reporting;

/// <summary>A column of the table of operations, the same in every report.</summary>
/// <param name="Title">Its heading, with the unit.</param>
/// <param name="Legend">What the numbers mean.</param>
/// <param name="Value">The text for an operation, written with the invariant culture.</param>
public sealed record OperationColumn(string Title, string Legend, Func<OperationResult, string> Value)
{
    /// <summary>All columns, in the order of the table.</summary>
    public static IReadOnlyList<OperationColumn> All { get; } =
    [
        new("Operation", "The request that the plan asked for.", operation => operation.Name),
        new("Attempted", "Operations that ended, whatever came of them.", operation => Count(operation.Attempted)),
        new("Attempts", "Requests sent for them; more than the operations where there were retries.", operation => Count(operation.Attempts)),
        new("Succeeded", "Operations that did what the plan asked for.", operation => Count(operation.Succeeded)),
        new("Expected failures", "Conditional writes that the plan meant to fail, and that failed.", operation => Count(operation.ExpectedFailures)),
        new("Throttled", "Operations refused because a limit on throughput was reached.", operation => Count(operation.Throttled)),
        new("Errors", "All other failures.", operation => Count(operation.UnexpectedErrors)),
        new("p50 ms", "Half of the response times, from the intended start, were at most this.", operation => Milliseconds(operation.ResponseTime, latency => latency.P50)),
        new("p99 ms", "99 % of the response times were at most this.", operation => Milliseconds(operation.ResponseTime, latency => latency.P99)),
        new("p99.9 ms", "99.9 % of the response times were at most this.", operation => Milliseconds(operation.ResponseTime, latency => latency.P999)),
        new("Max ms", "The longest response time.", operation => Milliseconds(operation.ResponseTime, latency => latency.Max)),
        new("Service p99 ms", "99 % of the service times, from the send, were at most this.", operation => Milliseconds(operation.ServiceTime, latency => latency.P99)),
        new("RCU", "Read capacity units that the answers reported.", operation => Units(operation.ReadUnits)),
        new("WCU", "Write capacity units that the answers reported; a write that is refused is charged and not reported.", operation => Units(operation.WriteUnits)),
        new("RCU of indexes", "Those of the read units that an index was charged.", operation => Units(operation.Units.IndexRead)),
        new("WCU of indexes", "Those of the write units that an index was charged.", operation => Units(operation.Units.IndexWrite)),
        new("WCU of refused writes", "Write units that are charged and not reported: of writes whose condition failed, and of transactions that were cancelled.", operation => Units(operation.Units.UnreportedWrite)),
    ];

    /// <summary>A whole number with separators.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Milliseconds, to the microsecond below ten.</summary>
    public static string Milliseconds(double value) => value.ToString(value < 10 ? "N3" : value < 1000 ? "N1" : "N0", CultureInfo.InvariantCulture);

    /// <summary>One of the percentiles in milliseconds; a dash where nothing was recorded.</summary>
    public static string Milliseconds(LatencySummary latency, Func<LatencySummary, double> percentile) => latency.Count == 0 ? "-" : Milliseconds(percentile(latency));

    /// <summary>Capacity units, which come in halves.</summary>
    public static string Units(double value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);
}
