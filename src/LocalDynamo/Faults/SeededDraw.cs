namespace LocalDynamo.Faults;

/// <summary>
/// Random numbers as a pure function of seed, stream and position: SplitMix64 (Steele, Lea and Flood, 2014) as a hash. No state, so threads
/// need no lock and a draw does not depend on who asks.
/// </summary>
internal static class SeededDraw
{
    /// <summary>Uniform in [0, 1).</summary>
    public static double Share(ulong seed, ulong stream, ulong position) =>
        (Mix(Mix(seed + (stream * 0x9E3779B97F4A7C15UL)) + (position * 0x9E3779B97F4A7C15UL)) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Standard normal, by the transform of Box and Muller.</summary>
    public static double Normal(ulong seed, ulong stream, ulong position)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - Share(seed, stream, position * 2)));
        return radius * Math.Cos(2 * Math.PI * Share(seed, stream, (position * 2) + 1));
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
