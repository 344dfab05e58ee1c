namespace LocalDynamo;

/// <summary>
/// What goes wrong on purpose, drawn from <see cref="Seed"/> in the order in which data-plane requests arrive. The shares lie in 0..1 and
/// exclude one another, so their sum is at most 1.
/// </summary>
public sealed record FaultOptions
{
    /// <summary>Decides every draw: the same seed and the same order of requests give the same faults.</summary>
    public ulong Seed { get; init; }

    /// <summary>Time added to each data-plane request; none by default.</summary>
    public LatencyModel? Latency { get; init; }

    /// <summary>Share that is throttled though capacity is left, with the error that the table's billing mode gives.</summary>
    public double Throttle { get; init; }

    /// <summary>Share answered with status 500, InternalServerError. Nothing is stored.</summary>
    public double ServerError { get; init; }

    /// <summary>Share answered with status 503, ServiceUnavailable. Nothing is stored.</summary>
    public double Unavailable { get; init; }

    /// <summary>Share that is never answered: the connection stays open until the client leaves. Nothing is stored.</summary>
    public double Hang { get; init; }

    /// <summary>Share whose answer comes in sixteen pieces, 50 ms apart.</summary>
    public double SlowBody { get; init; }

    /// <summary>Share whose connection is reset; in half of these the request has been carried out before.</summary>
    public double Drop { get; init; }

    /// <summary>Share of writes that are acknowledged, and consume capacity, but are not stored. On reads this draw does nothing.</summary>
    public double LoseWrite { get; init; }
}
