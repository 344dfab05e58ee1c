namespace LocalDynamo.Tables;

/// <summary>A key attribute: its name and its type (S, N or B).</summary>
internal sealed record KeyAttribute(string Name, string Type);

/// <summary>The partition key and, where there is one, the sort key.</summary>
internal sealed record KeySchema(KeyAttribute Partition, KeyAttribute? Sort)
{
    public int Count => Sort is null ? 1 : 2;
}
