namespace LoadTest.Engine.Searching;

/// <summary>
/// Searches the highest rate that holds: doubles the rate until one breaks (or halves it until one holds), then bisects until the rate that
/// held and the one that broke are close enough. Pure: it names the next rate, and is told what became of it.
/// </summary>
/// <param name="first">The rate to begin with, in operations a second; more than zero.</param>
/// <param name="precision">How close is close enough: the gap as a share of the rate that held, from 0 to 1.</param>
/// <param name="highest">The highest rate to try.</param>
public sealed class RateSearch(double first, double precision, double highest)
{
    // 2^-10: where a thousandth of the first rate breaks, no rate holds.
    private const double LeastShare = 1.0 / 1024;

    /// <summary>The highest rate that held; null where none did so far.</summary>
    public double? HighestHeld { get; private set; }

    /// <summary>The lowest rate that broke; null where none did so far.</summary>
    public double? LowestBroken { get; private set; }

    /// <summary>The next rate to try; null where the search is over.</summary>
    public double? Next() => (HighestHeld, LowestBroken) switch
    {
        (null, null) => Math.Min(first, highest),
        ({ } held, null) => held >= highest ? null : Math.Min(held * 2, highest),
        (null, { } broken) => broken <= first * LeastShare ? null : broken / 2,
        ({ } held, { } broken) => broken - held <= held * precision ? null : (held + broken) / 2,
    };

    /// <summary>Takes the outcome of a trial.</summary>
    public void Add(double rate, bool held)
    {
        if (held) HighestHeld = Math.Max(HighestHeld ?? 0, rate);
        else LowestBroken = Math.Min(LowestBroken ?? double.MaxValue, rate);
    }
}
