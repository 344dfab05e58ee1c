using System.Globalization;
using HdrHistogram;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Reporting;

/// <summary>
/// Writes <c>latency.hlog</c> as the run goes: a standard HdrHistogram V2 interval log, with a tag for each operation, kind and latency
/// (<c>PutItem.success.response</c>). Values are microseconds.
/// </summary>
public sealed class LatencyLog(Stream stream, TimeProvider time) : IRunObserver, IDisposable
{
    private readonly HistogramLogWriter _log = new(stream);
    private DateTimeOffset _startedAt;

    /// <inheritdoc/>
    public void OnStart()
    {
        _startedAt = time.GetUtcNow();
        WithoutCulture(() => _log.Write(_startedAt.UtcDateTime));
    }

    /// <inheritdoc/>
    public void OnInterval(IntervalReport interval)
    {
        foreach (var (operation, kind, latencies) in interval.ByOperation)
        {
            Append(interval, latencies.Response, $"{operation}.{KindName(kind)}.response");
            Append(interval, latencies.Service, $"{operation}.{KindName(kind)}.service");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _log.Dispose();

    /// <summary>The kind's name in a tag.</summary>
    public static string KindName(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Success => "success",
        OutcomeKind.ExpectedFailure => "expected-failure",
        OutcomeKind.Throttle => "throttle",
        _ => "failure",
    };

    private void Append(IntervalReport interval, HistogramBase histogram, string tag)
    {
        if (histogram.TotalCount == 0) return;
        histogram.Tag = tag;
        histogram.StartTimeStamp = (_startedAt + interval.Start).ToUnixTimeMilliseconds();
        histogram.EndTimeStamp = (_startedAt + interval.End).ToUnixTimeMilliseconds();
        WithoutCulture(() => _log.Append(histogram));
    }

    // The library writes numbers in the thread's culture, and its format knows a point only.
    private static void WithoutCulture(Action write)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            write();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
