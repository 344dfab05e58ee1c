namespace LoadTest.Engine.Reporting.Timelines;

/// <summary>What happened in a stretch of a run: one interval, or some that lie side by side.</summary>
public sealed record TimelinePoint
{
    /// <summary>Its beginning, in seconds from the measured part's start.</summary>
    public required double Start { get; init; }

    /// <summary>Its end, in seconds from the measured part's start.</summary>
    public required double End { get; init; }

    /// <summary>Operations that the plan asked for.</summary>
    public required long Offered { get; init; }

    /// <summary>Operations that ended.</summary>
    public required long Ended { get; init; }

    /// <summary>Operations that failed although the plan did not ask for it, throttles left out.</summary>
    public required long Errors { get; init; }

    /// <summary>Requests that were throttled.</summary>
    public required long Throttled { get; init; }

    /// <summary>Operations begun late.</summary>
    public required long LateStarts { get; init; }

    /// <summary>Read capacity units charged.</summary>
    public required double ReadUnits { get; init; }

    /// <summary>Write capacity units charged, as the answers reported them.</summary>
    public required double WriteUnits { get; init; }

    /// <summary>The highest share of the machine's processors, from 0 to 1.</summary>
    public required double ProcessorShare { get; init; }

    /// <summary>Response times of the operations that succeeded.</summary>
    public required LatencySummary Response { get; init; }

    /// <summary>How long it is, in seconds; more than zero.</summary>
    public double Length => Math.Max(End - Start, 1e-9);

    /// <summary>The middle, in seconds from the measured part's start.</summary>
    public double Middle => (Start + End) / 2;

    /// <summary>A number of it, a second.</summary>
    public double PerSecond(double number) => number / Length;
}
