using HdrHistogram;

namespace LoadTest.Engine.Recording;

/// <summary>
/// The two latencies of an operation: response time, from the intended start, which is free of coordinated omission; and service time,
/// from the send.
/// </summary>
public sealed class LatencyPair
{
    /// <summary>From the intended start to the end of the answer.</summary>
    public LatencyRecorder Response { get; } = new();

    /// <summary>From the send to the end of the answer.</summary>
    public LatencyRecorder Service { get; } = new();

    internal LatencyInterval TakeInterval() => new(Response.TakeInterval(), Service.TakeInterval());
}

/// <summary>The latencies of one interval, in microseconds; valid until the next interval is taken.</summary>
public sealed record LatencyInterval(HistogramBase Response, HistogramBase Service);
