namespace LoadTest.Items;

/// <summary>
/// Numbers that look random and are a pure function of what they are asked for, so a plan is the same on every machine and for any
/// number of workers. The mixing function is the finalizer of SplitMix64 (Steele, Lea, Flood 2014).
/// </summary>
public static class SplitMix
{
    /// <summary>What the state of a stream of numbers grows by from one to the next.</summary>
    public const ulong Step = 0x9E3779B97F4A7C15;

    /// <summary>64 evenly distributed bits for a seed and up to two numbers.</summary>
    public static ulong Bits(long seed, long first, long second = 0) =>
        Mix(Mix(Mix((ulong)seed + Step) ^ (ulong)first) + (ulong)second * Step);

    /// <summary>A number from zero to below a limit; the bias is under limit / 2^64.</summary>
    public static long Below(long limit, ulong bits) => (long)Math.BigMul(bits, (ulong)limit, out _);

    /// <summary>A number from zero to below one, of the upper 53 of 64 evenly distributed bits.</summary>
    public static double Share(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));

    /// <summary>The finalizer alone: the next number of a stream whose state grows by <see cref="Step"/>.</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
