using System.Globalization;

namespace LoadTest.Engine.Reporting;

/// <summary>What a run cost, as far as its own figures tell.</summary>
/// <param name="Estimated">What it was estimated to cost before, in USD.</param>
/// <param name="Lines">What it cost, by what for; none where nothing is charged.</param>
/// <param name="Prices">Which prices: their region and date.</param>
/// <param name="IsFree">Whether the server was on this machine.</param>
public sealed record CostSummary(double Estimated, IReadOnlyList<CostLine> Lines, string Prices, bool IsFree)
{
    /// <summary>What the run cost, in USD.</summary>
    public double Actual => Lines.Sum(line => line.Dollars);

    /// <summary>The whole in a sentence.</summary>
    public string Sentence => IsFree
        ? "Nothing: the server was on this machine."
        : string.Create(CultureInfo.InvariantCulture, $"About {Actual:0.00##} USD; {Estimated:0.00##} USD were estimated before. Prices of {Prices}.");
}

/// <summary>A part of a run's cost.</summary>
/// <param name="What">What it is for.</param>
/// <param name="Amount">How much was consumed.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Dollars">Its price, in USD.</param>
public sealed record CostLine(string What, double Amount, string Unit, double Dollars)
{
    /// <summary>The amount with its unit, the same in every culture.</summary>
    public string AmountText => string.Create(CultureInfo.InvariantCulture, $"{Amount:#,0.##} {Unit}");
}
