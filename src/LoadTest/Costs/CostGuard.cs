using System.Globalization;
using LoadTest.Configuration.Problems;

namespace LoadTest.Costs;

/// <summary>Refuses what costs too much.</summary>
internal static class CostGuard
{
    /// <summary>Passes an estimate up to the limit.</summary>
    /// <param name="estimate">What the run is expected to cost.</param>
    /// <param name="mostDollars">The limit, in USD.</param>
    /// <exception cref="ProblemException">It is above the limit.</exception>
    public static void Check(CostEstimate estimate, double mostDollars)
    {
        if (estimate.Dollars <= mostDollars) return;
        throw new ProblemException(new Problem(
            ErrorCodes.CostLimit,
            string.Create(CultureInfo.InvariantCulture, $"the run is estimated to cost {estimate.Dollars:N2} USD on an on-demand table, and max-cost is {mostDollars:N2} USD"),
            null, string.Create(CultureInfo.InvariantCulture, $"make the run smaller, or allow the cost with --max-cost={Math.Ceiling(estimate.Dollars):0}")));
    }
}
