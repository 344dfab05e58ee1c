using System.Globalization;

namespace LocalDynamo.Faults;

/// <summary>Draws a fault and a delay for each request from the seed and the request's number. Thread-safe.</summary>
internal sealed class FaultPlan
{
    private const ulong FaultStream = 1;
    private const ulong DropStream = 2;
    private const ulong LatencyStream = 3;

    private readonly FaultOptions _options;
    private readonly (Fault Fault, double UpTo)[] _shares;
    private long _requests;

    /// <exception cref="ArgumentException">A share lies outside 0..1, their sum is above 1, or a delay is negative.</exception>
    public FaultPlan(FaultOptions options)
    {
        _options = options;
        _shares = Cumulate(options);
        if (_shares[^1].UpTo > 1 + 1e-9) throw new ArgumentException("The shares of the faults add up to more than 1.", nameof(options));
        if (options.Latency is LatencyModel.Fixed { Value.Ticks: < 0 }
            or LatencyModel.LogNormal { Median.Ticks: <= 0 } or LatencyModel.LogNormal { Sigma: < 0 })
        {
            throw new ArgumentException("The latency is negative, or its median is not above zero.", nameof(options));
        }

    }

    /// <summary>The next request's fault and the time to wait before it is carried out.</summary>
    public (Fault Fault, TimeSpan Delay) Next()
    {
        var request = (ulong)Interlocked.Increment(ref _requests);
        return (FaultOf(request), DelayOf(request));
    }

    private Fault FaultOf(ulong request)
    {
        if (_shares[^1].UpTo <= 0) return Fault.None;
        var draw = SeededDraw.Share(_options.Seed, FaultStream, request);
        foreach (var (fault, upTo) in _shares)
        {
            if (draw >= upTo) continue;
            if (fault != Fault.DropBefore) return fault;
            return SeededDraw.Share(_options.Seed, DropStream, request) < 0.5 ? Fault.DropBefore : Fault.DropAfter;
        }

        return Fault.None;
    }

    private TimeSpan DelayOf(ulong request) => _options.Latency switch
    {
        LatencyModel.Fixed(var value) => value,
        LatencyModel.LogNormal(var median, var sigma) =>
        median * Math.Exp(sigma * SeededDraw.Normal(_options.Seed, LatencyStream, request)),
        _ => TimeSpan.Zero,
    };

    private static (Fault Fault, double UpTo)[] Cumulate(FaultOptions options)
    {
        (Fault Fault, double Share)[] shares =
        [
            (Fault.Throttle, options.Throttle), (Fault.ServerError, options.ServerError), (Fault.Unavailable, options.Unavailable),
            (Fault.Hang, options.Hang), (Fault.SlowBody, options.SlowBody), (Fault.DropBefore, options.Drop),
            (Fault.LoseWrite, options.LoseWrite),
        ];
        var sum = 0.0;
        return [.. shares.Select(entry =>
        {
            if (entry.Share is not (>= 0 and <= 1))
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture, $"The share of {entry.Fault} faults lies outside 0..1 (was {entry.Share})."),
                    nameof(options));
            }

            return (entry.Fault, sum += entry.Share);
        })];
    }
}
