using LoadTest.Configuration.Values;

namespace LoadTest.Costs;

/// <summary>What a run is expected to consume on an on-demand table, and what that costs.</summary>
/// <param name="WriteUnits">Write request units of the load, the preload and the clean-up.</param>
/// <param name="ReadUnits">Read request units of the load and of reading back.</param>
/// <param name="Dollars">Their price; zero for a server on this machine.</param>
public sealed record CostEstimate(double WriteUnits, double ReadUnits, double Dollars)
{
    /// <summary>The units of every operation of the mix, of the preload, of reading back and of the clean-up, and their price.</summary>
    public static CostEstimate Of(CostBasis basis, PriceTable prices)
    {
        var units = new OperationUnits(basis);
        var items = PerOperation(units.Made) * basis.Operations + basis.PreloadItems;
        var left = Math.Max(0, items - basis.Mix.Share(OperationKind.Delete) * basis.Operations);
        var readBack = basis.ReadsBack ? Math.Min(left, basis.MostItemsReadBack ?? left) : 0;

        var writeUnits = PerOperation(units.Written) * basis.Operations + (basis.PreloadItems + (basis.DeletesItems ? left : 0)) * units.ItemWrite;
        var readUnits = PerOperation(units.Read) * basis.Operations + readBack * units.ItemReadBack;
        var dollars = basis.IsFree ? 0 : (writeUnits * prices.MillionWriteUnits + readUnits * prices.MillionReadUnits) / 1e6;
        return new CostEstimate(writeUnits, readUnits, dollars);

        double PerOperation(Func<OperationKind, double> of) => basis.Mix.Weights.Sum(weight => basis.Mix.Share(weight.Operation) * of(weight.Operation));
    }
}

/// <summary>What an estimate is made of.</summary>
/// <param name="Operations">Operations of the load, warm-up included.</param>
/// <param name="Mix">Their kinds.</param>
/// <param name="DuplicatePercentage">Puts that write nothing new, in percent.</param>
/// <param name="ItemSize">Bytes an item.</param>
/// <param name="PreloadItems">Items written before.</param>
/// <param name="ConsistentRead">Whether reads cost double.</param>
/// <param name="ReadsBack">Whether items are read back afterwards.</param>
/// <param name="DeletesItems">Whether the items are deleted one by one afterwards.</param>
/// <param name="IsFree">Whether the server is on this machine.</param>
public sealed record CostBasis(
    double Operations, OperationMix Mix, double DuplicatePercentage, int ItemSize, long PreloadItems,
    bool ConsistentRead, bool ReadsBack, bool DeletesItems, bool IsFree)
{
    /// <summary>Of a run that does nothing.</summary>
    public static CostBasis Nothing { get; } = new(0, new OperationMix([new OperationWeight(OperationKind.Put, 1)]), 0, 1, 0, false, false, false, true);

    /// <summary>Those of the operations that are warm-up.</summary>
    public double WarmUpOperations { get; init; }

    /// <summary>Reads that ask for keys which are never written, in percent.</summary>
    public double MissPercentage { get; init; }

    /// <summary>Whether items are read back by their keys; else by a scan.</summary>
    public bool ReadsBackByKeys { get; init; }

    /// <summary>How many items are read back at the most; null where all are.</summary>
    public double? MostItemsReadBack { get; init; }

    /// <summary>What items cost on average; null where all are of <see cref="ItemSize"/>.</summary>
    public SizeProfile? Sizes { get; init; }

    /// <summary>Items of a batch.</summary>
    public int BatchItems { get; init; } = 1;

    /// <summary>Items of a transaction.</summary>
    public int TransactionItems { get; init; } = 1;

    /// <summary>Items that share a partition of the table, where it has a sort key, or of the index.</summary>
    public int ItemsPerPartition { get; init; } = 1;

    /// <summary>The most items that a Query or a Scan reads.</summary>
    public int PageItems { get; init; } = 1;

    /// <summary>Whether the table has a sort key.</summary>
    public bool HasSortKey { get; init; }

    /// <summary>Whether the table has an index, which is written with it.</summary>
    public bool HasIndex { get; init; }
}

/// <summary>What items of different sizes cost on average.</summary>
/// <param name="Bytes">The size, in bytes.</param>
/// <param name="WriteUnits">Write units of an item.</param>
/// <param name="ReadUnits">Read units of a strongly consistent read of an item.</param>
public sealed record SizeProfile(double Bytes, double WriteUnits, double ReadUnits);
