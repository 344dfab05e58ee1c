namespace LoadTest.Engine.Execution;

/// <summary>Which part of a run an operation belongs to.</summary>
public enum Phase
{
    /// <summary>Run, but not measured.</summary>
    WarmUp,

    /// <summary>Run and measured.</summary>
    Measured,
}

/// <summary>Leave for a lane to perform one operation.</summary>
/// <param name="Phase">The part of the run.</param>
/// <param name="Index">The operation's number in the whole plan, from zero; it alone decides what the operation is.</param>
/// <param name="IntendedStart">When it should have started, in nanoseconds of the <see cref="RunClock"/>.</param>
public readonly record struct Ticket(Phase Phase, long Index, long IntendedStart)
{
    /// <summary>What a lane gets when there is nothing left to perform.</summary>
    public static Ticket End { get; } = new(default, -1, 0);

    /// <summary>Whether there is nothing left to perform.</summary>
    public bool IsEnd => Index < 0;
}
