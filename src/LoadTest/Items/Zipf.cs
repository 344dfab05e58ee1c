namespace LoadTest.Items;

/// <summary>
/// Zipf's distribution over any number of ranks, without a table: rejection-inversion sampling (Hörmann and Derflinger, "Rejection-inversion
/// to generate variates from monotone discrete distributions", 1996). It takes about one draw, whatever the number of ranks is.
/// </summary>
public sealed class Zipf
{
    private readonly double _exponent;
    private readonly double _areaOfFirst;
    private readonly double _threshold;

    /// <summary>Prepares the distribution.</summary>
    /// <param name="exponent">More than zero.</param>
    public Zipf(double exponent)
    {
        _exponent = exponent;
        _areaOfFirst = Area(1.5) - 1;
        _threshold = 2 - AreaInverse(Area(2.5) - Density(2));
    }

    /// <summary>A rank, from one; the first is the most likely one.</summary>
    /// <param name="count">How many ranks there are; at least one.</param>
    /// <param name="bits">64 evenly distributed bits.</param>
    public long Rank(long count, ulong bits)
    {
        var whole = Area(count + 0.5);
        while (true)
        {
            var area = whole + SplitMix.Share(bits) * (_areaOfFirst - whole);
            var x = AreaInverse(area);
            var rank = Math.Clamp((long)(x + 0.5), 1, count);
            if (rank - x <= _threshold || area >= Area(rank + 0.5) - Density(rank)) return rank;
            bits = SplitMix.Mix(bits + SplitMix.Step);
        }
    }

    private double Density(double x) => Math.Exp(-_exponent * Math.Log(x));

    // The integral of the density from one to x, in a form that also holds where the exponent is one.
    private double Area(double x)
    {
        var log = Math.Log(x);
        return RatioOfExponential((1 - _exponent) * log) * log;
    }

    private double AreaInverse(double area)
    {
        var t = Math.Max(-1, area * (1 - _exponent));
        return Math.Exp(RatioOfLogarithm(t) * area);
    }

    // (e^t - 1) / t and ln(1 + t) / t, by their series where t is too small for the subtraction.
    private static double RatioOfExponential(double t) => Math.Abs(t) > 1e-5 ? (Math.Exp(t) - 1) / t : 1 + t / 2 * (1 + t / 3 * (1 + t / 4));

    private static double RatioOfLogarithm(double t) => Math.Abs(t) > 1e-5 ? Math.Log(1 + t) / t : 1 - t * (1 / 2.0 - t * (1 / 3.0 - t / 4));
}
