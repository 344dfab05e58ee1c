using LoadTest.Configuration.Values;
using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>How the operations of a run are made, beside the items.</summary>
/// <param name="ConsistentRead">Whether reads are strongly consistent, where they can be.</param>
/// <param name="PageItems">The most items that a Query or a Scan reads.</param>
public sealed record OperationForm(bool ConsistentRead = false, int PageItems = 100);

/// <summary>Every operation by its kind.</summary>
public static class OperationTable
{
    /// <summary>Makes the operations on a table.</summary>
    public static IReadOnlyDictionary<OperationKind, IOperation> Of(string table, ItemGenerator items, OperationForm form) =>
        Enum.GetValues<OperationKind>().ToDictionary(kind => kind, kind => Make(kind, table, items, form));

    private static IOperation Make(OperationKind kind, string table, ItemGenerator items, OperationForm form) => kind switch
    {
        OperationKind.Put => new PutItem(table, items),
        OperationKind.Get => new GetItem(table, items, form.ConsistentRead),
        OperationKind.Update => new UpdateItem(table, items),
        OperationKind.Delete => new DeleteItem(table, items),
        OperationKind.Query => new Query(table, items, index: null, form.ConsistentRead, form.PageItems),
        // Without an index a plan has no such operation; the engine counts by place, so the place is there.
        OperationKind.QueryIndex => new Query(table, items, items.Keys.Index ?? new IndexKeys("none", TableKeys.PartitionKey), consistent: false, form.PageItems),
        OperationKind.Scan => new Scan(table, items, form.ConsistentRead, form.PageItems),
        OperationKind.BatchWrite => new BatchWriteItem(table, items),
        OperationKind.BatchGet => new BatchGetItem(table, items, form.ConsistentRead),
        OperationKind.TransactWrite => new TransactWriteItems(table, items),
        OperationKind.TransactGet => new TransactGetItems(table, items),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "every kind has its file"),
    };
}
