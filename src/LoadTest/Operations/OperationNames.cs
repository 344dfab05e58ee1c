using LoadTest.Configuration.Values;

namespace LoadTest.Operations;

/// <summary>The operations of a run by kind, as the engine counts them and reports name them.</summary>
public static class OperationNames
{
    /// <summary>The name of a kind: DynamoDB's own word for the request, save where two kinds make the same request.</summary>
    public static string Of(OperationKind kind) => kind switch
    {
        OperationKind.Put => nameof(PutItem),
        OperationKind.Get => nameof(GetItem),
        OperationKind.Update => nameof(UpdateItem),
        OperationKind.Delete => nameof(DeleteItem),
        OperationKind.BatchWrite => nameof(BatchWriteItem),
        OperationKind.BatchGet => nameof(BatchGetItem),
        OperationKind.TransactWrite => nameof(TransactWriteItems),
        OperationKind.TransactGet => nameof(TransactGetItems),
        _ => kind.ToString(),
    };

    /// <summary>The names in the order of <see cref="OperationKind"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<OperationKind>().Select(Of)];
}
