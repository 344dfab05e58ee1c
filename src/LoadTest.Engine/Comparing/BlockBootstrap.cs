namespace LoadTest.Engine.Comparing;

/// <summary>
/// Draws stretches of a run anew, with replacement, in blocks of neighbours: what lies side by side is alike (a pause of the collector, a slow
/// minute), and single draws would take that for chance. The circular block bootstrap: Politis and Romano, "A circular block-resampling
/// procedure for stationary data" (1992); blocks of about the cube root of the number, after Künsch, "The jackknife and the bootstrap for
/// general stationary observations", Annals of Statistics 17 (1989).
/// </summary>
internal sealed class BlockBootstrap(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>As many numbers of stretches as there are.</summary>
    public IEnumerable<int> Draw(int count)
    {
        var length = Math.Max(1, (int)Math.Round(Math.Cbrt(count)));
        for (var drawn = 0; drawn < count; drawn += length)
        {
            var start = _random.Next(count);
            for (var i = 0; i < length && drawn + i < count; i++) yield return (start + i) % count;
        }
    }
}
