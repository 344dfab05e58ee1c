using LoadTest.Engine.Records;
using LoadTest.Engine.Reporting;

namespace LoadTest.Costs;

/// <summary>What a run cost, from the units that its answers reported.</summary>
public static class ActualCost
{
    private const double Million = 1e6;

    /// <summary>
    /// The cost by what it was for. On demand: the units; those of refused writes are charged although no answer reports them. Provisioned:
    /// the capacity for the time of the load, used or not.
    /// </summary>
    /// <param name="terms">The prices, and what answers do not report.</param>
    /// <param name="table">What limits the table; null where that was not recorded, which is taken for on demand.</param>
    /// <param name="result">What the load came to.</param>
    public static CostSummary Of(CostTerms terms, TableFacts? table, LoadResult result)
    {
        CostLine[] lines = terms.IsFree ? [] : table is { IsProvisioned: true } ? [.. Provisioned(terms, table, result)] : [.. OnDemand(terms, result)];
        return new CostSummary(terms.EstimatedDollars, lines, terms.Prices, terms.IsFree);
    }

    private static IEnumerable<CostLine> OnDemand(CostTerms terms, LoadResult result)
    {
        foreach (var operation in result.Operations)
        {
            if (operation.WriteUnits > 0) yield return Writes(operation.Name, operation.WriteUnits);
            if (operation.Units.UnreportedWrite > 0) yield return Writes($"{operation.Name}, refused writes", operation.Units.UnreportedWrite);
            if (operation.ReadUnits > 0) yield return Reads(operation.Name, operation.ReadUnits);
        }

        if (terms.OtherWriteUnits > 0) yield return Writes("warm-up, preload and clean-up, estimated", terms.OtherWriteUnits);
        if (terms.OtherReadUnits > 0) yield return Reads("warm-up and reading back, estimated", terms.OtherReadUnits);

        CostLine Writes(string what, double units) => new(what, units, "write units", units * terms.MillionWriteUnits / Million);
        CostLine Reads(string what, double units) => new(what, units, "read units", units * terms.MillionReadUnits / Million);
    }

    private static IEnumerable<CostLine> Provisioned(CostTerms terms, TableFacts table, LoadResult result)
    {
        var hours = result.Duration.TotalHours;
        yield return new CostLine("provisioned writes, for the load's time", table.WriteUnits * hours, "WCU hours", table.WriteUnits * hours * terms.WriteUnitHour);
        yield return new CostLine("provisioned reads, for the load's time", table.ReadUnits * hours, "RCU hours", table.ReadUnits * hours * terms.ReadUnitHour);
    }
}
