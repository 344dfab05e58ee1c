namespace LoadTest.Engine.Planning;

/// <summary>Everything that decides what is offered and when; nothing in it changes while the load test runs.</summary>
public sealed record LoadPlan
{
    // Drains the warm-up and clears the heap, so that the measured part can begin in time.
    private static readonly TimeSpan WarmUpMargin = TimeSpan.FromSeconds(1);

    /// <summary>The load of the measured part.</summary>
    public required Load Load { get; init; }

    /// <summary>How long the target is warmed up before; those operations are run but not measured. Zero for none.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.Zero;

    /// <summary>How long before the measured part the load begins: the warm-up, and what it takes to end it.</summary>
    public TimeSpan LeadIn => WarmUp > TimeSpan.Zero ? WarmUp + WarmUpMargin : TimeSpan.Zero;

    /// <summary>How often progress and the time series are written; more than zero.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>When the run stops offering whatever is left, counted from the measured part's start; what was not offered by then is reported.</summary>
    public required TimeSpan MaxDuration { get; init; }

    /// <summary>
    /// The instant at which the measured part begins, the same for all workers of a run; null for as soon as this one is ready. One that is over
    /// when the worker is ready moves nothing: what was due since then is begun late, and shows it.
    /// </summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Which of the plan's operations this worker performs.</summary>
    public WorkerShare Share { get; init; } = WorkerShare.Whole;

    /// <summary>How many operations may be outstanding at once in this worker.</summary>
    public int Lanes => Math.Max(1, Share.OwnPart(Load switch
    {
        Load.Open open => open.MaxConnections,
        Load.Closed closed => closed.ConcurrencyLimit,
        _ => throw new InvalidOperationException($"No such load: {Load}."),
    }));

    /// <summary>The warm-up's load: what the measured part begins with, for the warm-up's time.</summary>
    public Load WarmUpLoad => Load switch
    {
        Load.Open open => open with { Stages = [Stage.Hold(WarmUpRate(open), WarmUp)] },
        Load.Closed closed => closed with { TotalOperations = null, Duration = WarmUp, FullConcurrencyPercentage = 100 },
        _ => throw new InvalidOperationException($"No such load: {Load}."),
    };

    // A ramp from zero would warm nothing up: then a tenth of what it rises to is offered.
    private static double WarmUpRate(Load.Open open) =>
        open.Stages[0].FromRate > 0 ? open.Stages[0].FromRate : Math.Max(1, open.Stages[0].ToRate / 10);
}
