namespace LoadTest.Configuration.Values;

/// <summary>How a stage's rate moves.</summary>
public enum StageKind
{
    /// <summary>From one rate to another, evenly.</summary>
    Ramp,

    /// <summary>One rate throughout.</summary>
    Hold,
}

/// <summary>A stretch of a run by rate.</summary>
/// <param name="Kind">How the rate moves.</param>
/// <param name="From">Operations a second at its start, 0 or more.</param>
/// <param name="To">Operations a second at its end; equal to <paramref name="From"/> when held.</param>
/// <param name="Duration">More than zero.</param>
public sealed record Stage(StageKind Kind, double From, double To, TimeSpan Duration);
