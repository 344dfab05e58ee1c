using System.Globalization;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Reporting;

/// <summary>Writes <c>timeseries.csv</c> as the run goes: a row an interval, latencies in milliseconds, numbers with a decimal point.</summary>
public sealed class TimeSeriesCsv(TextWriter writer) : IRunObserver
{
    private const string Header =
        "start_s,end_s,offered,attempted,succeeded,expected_failures,throttled,errors,in_flight,late_starts,read_units,write_units,"
        + "response_p50_ms,response_p90_ms,response_p99_ms,response_p999_ms,response_max_ms,"
        + "service_p50_ms,service_p99_ms,service_max_ms,client_processor_share";

    /// <inheritdoc/>
    public void OnStart(RunStart start)
    {
        writer.NewLine = "\n";
        writer.WriteLine(Header);
    }

    /// <inheritdoc/>
    public void OnInterval(IntervalReport interval)
    {
        var response = LatencySummary.Of(interval.Latencies.Response);
        var service = LatencySummary.Of(interval.Latencies.Service);
        writer.WriteLine(string.Join(',', new double?[]
        {
            interval.Start.TotalSeconds, interval.End.TotalSeconds, interval.Offered, interval.EndedCount,
            interval.Ended[OutcomeKind.Success], interval.Ended[OutcomeKind.ExpectedFailure],
            interval.Ended[OutcomeKind.Throttle], interval.Ended[OutcomeKind.Failure],
            interval.InFlight, interval.LateStarts, interval.ReadUnits, interval.WriteUnits,
            OrNone(response, response.P50), OrNone(response, response.P90), OrNone(response, response.P99), OrNone(response, response.P999),
            OrNone(response, response.Max), OrNone(service, service.P50), OrNone(service, service.P99), OrNone(service, service.Max), interval.ProcessorShare,
        }.Select(value => value?.ToString("0.###", CultureInfo.InvariantCulture))));
        writer.Flush();
    }

    // Where nothing succeeded a field is empty: no time at all is not the shortest one.
    private static double? OrNone(LatencySummary latency, double value) => latency.Count == 0 ? null : value;
}
