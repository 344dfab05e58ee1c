namespace Build.Stacks;

/// <summary>How often AWS is asked how far something is, so that neither side waits for the other for long.</summary>
/// <param name="First">The first pause.</param>
/// <param name="Longest">The longest one; each is half as long again as the one before.</param>
/// <param name="Heartbeat">After how long a silence a line says what is waited for.</param>
public sealed record Pace(TimeSpan First, TimeSpan Longest, TimeSpan Heartbeat)
{
    /// <summary>Fit for calls of AWS, which limits their rate for an account.</summary>
    public static Pace Usual { get; } = new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30));

    /// <summary>The pause after one.</summary>
    public TimeSpan After(TimeSpan pause) => pause * 1.5 < Longest ? pause * 1.5 : Longest;
}
