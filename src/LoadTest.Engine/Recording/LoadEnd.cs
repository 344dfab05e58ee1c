namespace LoadTest.Engine.Recording;

/// <summary>How the offering of operations came to its end.</summary>
public enum Ending
{
    /// <summary>Every operation of the plan was performed.</summary>
    Complete,

    /// <summary>Somebody asked it to stop.</summary>
    Stopped,

    /// <summary>It reached the longest time that it was allowed.</summary>
    MaxDurationReached,

    /// <summary>A part is missing: a worker gave no result, or its record breaks off.</summary>
    Incomplete,
}

/// <summary>How the measured part ended: what its intervals do not say.</summary>
public sealed record LoadEnd
{
    /// <summary>How the load came to its end.</summary>
    public required Ending Ending { get; init; }

    /// <summary>From the load's beginning to the end of the last operation.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The length of the schedule of an open load; null for a closed one, whose target sets the pace.</summary>
    public required TimeSpan? ScheduleLength { get; init; }

    /// <summary>When the schedule of an open load was given up before its end, from the load's beginning; what was in flight then ended later.</summary>
    public TimeSpan? StoppedAfter { get; init; }

    /// <summary>Operations that the schedule asked for within <see cref="OfferedFor"/>; zero for a closed load.</summary>
    public required long OfferedOnSchedule { get; init; }

    /// <summary>Operations of the plan that were never begun, as the load ended before.</summary>
    public required long NotStarted { get; init; }

    /// <summary>Latencies longer than can be told apart.</summary>
    public required long ClampedLatencies { get; init; }

    /// <summary>What the load cost the client.</summary>
    public required ClientCost Client { get; init; }

    /// <summary>How long after the instant that all workers share this one began, by its own clock; null where there was no such instant.</summary>
    public TimeSpan? StartSkew { get; init; }

    /// <summary>How long the load lasted; a schedule that was completed lasted its whole length, although its last start lies a little before its end.</summary>
    public TimeSpan Duration => Ending == Ending.Complete && ScheduleLength > Elapsed ? ScheduleLength.Value : Elapsed;

    /// <summary>The part of the duration in which the schedule asked for operations; null for a closed load.</summary>
    public TimeSpan? OfferedFor => ScheduleLength is not { } length ? null : new[] { length, Duration, StoppedAfter ?? Duration }.Min();
}

/// <summary>What the measured part cost the client itself.</summary>
/// <param name="ProcessorTime">Processor time of all threads.</param>
/// <param name="AllocatedBytes">Managed bytes allocated.</param>
/// <param name="PeakWorkingSetBytes">The most physical memory held.</param>
/// <param name="FirstOperation">From the engine's start to the send of the first operation.</param>
/// <param name="HighestProcessorShare">The busiest interval's share of the machine's processors, from 0 to 1.</param>
public sealed record ClientCost(
    TimeSpan ProcessorTime, long AllocatedBytes, long PeakWorkingSetBytes, TimeSpan FirstOperation, double HighestProcessorShare);
