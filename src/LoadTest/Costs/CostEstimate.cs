using LoadTest.Configuration.Values;

namespace LoadTest.Costs;

/// <summary>What a run is expected to consume on an on-demand table, and what that costs.</summary>
/// <param name="WriteUnits">Write request units of the load, the preload and the clean-up.</param>
/// <param name="ReadUnits">Read request units of the load and of reading back.</param>
/// <param name="Dollars">Their price; zero for a server on this machine.</param>
public sealed record CostEstimate(double WriteUnits, double ReadUnits, double Dollars)
{
    private const double BytesPerWriteUnit = 1024;
    private const double BytesPerReadUnit = 4096;

    /// <summary>
    /// A write costs a unit for each KiB of the item, begun ones counted whole, and so does a delete; a read costs half a unit for each
    /// 4 KiB, a consistent one a whole unit. A write whose condition fails costs the same as one that succeeds.
    /// </summary>
    public static CostEstimate Of(CostBasis basis, PriceTable prices)
    {
        var perWrite = Math.Ceiling(basis.ItemSize / BytesPerWriteUnit);
        var perRead = Math.Ceiling(basis.ItemSize / BytesPerReadUnit) * (basis.ConsistentRead ? 1 : 0.5);
        var writes = basis.Operations * basis.Mix.Share(OperationKind.Put);
        var reads = basis.Operations * basis.Mix.Share(OperationKind.Get);
        var items = writes * (1 - basis.DuplicatePercentage / 100) + basis.PreloadItems;
        var cleanUp = basis.DeletesItems ? items * perWrite : 0;
        var readBack = basis.ReadsBack ? items * basis.ItemSize / BytesPerReadUnit : 0;

        var writeUnits = (writes + basis.PreloadItems) * perWrite + cleanUp;
        var readUnits = reads * perRead + readBack;
        var dollars = basis.IsFree ? 0 : (writeUnits * prices.MillionWriteUnits + readUnits * prices.MillionReadUnits) / 1e6;
        return new CostEstimate(writeUnits, readUnits, dollars);
    }
}

/// <summary>What an estimate is made of.</summary>
/// <param name="Operations">Operations of the load, warm-up included.</param>
/// <param name="Mix">Their kinds.</param>
/// <param name="DuplicatePercentage">Puts that write nothing new, in percent.</param>
/// <param name="ItemSize">Bytes an item.</param>
/// <param name="PreloadItems">Items written before.</param>
/// <param name="ConsistentRead">Whether reads cost double.</param>
/// <param name="ReadsBack">Whether the table is scanned afterwards.</param>
/// <param name="DeletesItems">Whether the items are deleted one by one afterwards.</param>
/// <param name="IsFree">Whether the server is on this machine.</param>
public sealed record CostBasis(
    double Operations, OperationMix Mix, double DuplicatePercentage, int ItemSize, long PreloadItems,
    bool ConsistentRead, bool ReadsBack, bool DeletesItems, bool IsFree)
{
    /// <summary>Those of the operations that are warm-up.</summary>
    public double WarmUpOperations { get; init; }
}
