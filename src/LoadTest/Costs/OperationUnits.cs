using LoadTest.Configuration.Values;

namespace LoadTest.Costs;

/// <summary>
/// The capacity units that one operation of each kind is expected to take. Source: "Read and write operations" in DynamoDB's developer guide.
/// A write takes a unit for each KiB, begun ones counted whole, and as many for an index, which holds whole items; a read takes one for each
/// 4 KiB, or half of that where it may be stale. A transaction reads and writes each item twice, and an index once.
/// </summary>
internal sealed class OperationUnits(CostBasis basis)
{
    private const double BytesPerWriteUnit = 1024;
    private const double BytesPerReadUnit = 4096;

    // What a read of something that is not there takes.
    private const double LeastRead = 1;

    private readonly SizeProfile _sizes = basis.Sizes
        ?? new SizeProfile(basis.ItemSize, Math.Ceiling(basis.ItemSize / BytesPerWriteUnit), Math.Ceiling(basis.ItemSize / BytesPerReadUnit));

    /// <summary>A write that changes an item, in the table and the index.</summary>
    public double ItemWrite => Write + IndexWrite;

    /// <summary>An item that is read back: by its key, alone or in a batch, the begun unit is counted whole; a scan counts all items together.</summary>
    public double ItemReadBack => basis.ReadsBackByKeys ? StrongRead : _sizes.Bytes / BytesPerReadUnit;

    private double Write => _sizes.WriteUnits;

    private double IndexWrite => basis.HasIndex ? Write : 0;

    private double StrongRead => _sizes.ReadUnits;

    private double Consistency => basis.ConsistentRead ? 1 : 0.5;

    /// <summary>Write units.</summary>
    public double Written(OperationKind kind) => kind switch
    {
        // A write whose condition fails costs the table as much as one that succeeds, and the index nothing.
        OperationKind.Put => Write + IndexWrite * (1 - basis.DuplicatePercentage / 100),
        OperationKind.Update or OperationKind.Delete => ItemWrite,
        OperationKind.BatchWrite => ItemWrite * basis.BatchItems,
        OperationKind.TransactWrite => (2 * Write + IndexWrite) * basis.TransactionItems,
        _ => 0,
    };

    /// <summary>Read units.</summary>
    public double Read(OperationKind kind)
    {
        var misses = basis.MissPercentage / 100;
        return kind switch
        {
            OperationKind.Get => Found(StrongRead) * Consistency,
            OperationKind.Query => Found(Page(basis.HasSortKey ? basis.ItemsPerPartition : 1)) * Consistency,
            OperationKind.QueryIndex => Found(Page(basis.ItemsPerPartition)) * 0.5,
            OperationKind.Scan => Page(basis.PageItems) * Consistency,
            OperationKind.BatchGet => Found(StrongRead) * Consistency * basis.BatchItems,
            OperationKind.TransactGet => Found(StrongRead) * 2 * basis.TransactionItems,
            _ => 0,
        };

        double Found(double units) => units * (1 - misses) + LeastRead * misses;
    }

    /// <summary>Items that one operation makes.</summary>
    public double Made(OperationKind kind) => kind switch
    {
        OperationKind.Put => 1 - basis.DuplicatePercentage / 100,
        OperationKind.BatchWrite => basis.BatchItems,
        OperationKind.TransactWrite => 1,
        _ => 0,
    };

    // The items of a page count together, and not each by itself.
    private double Page(double items) => Math.Ceiling(Math.Min(items, basis.PageItems) * _sizes.Bytes / BytesPerReadUnit);
}
