namespace LoadTest.Items;

/// <summary>The names of the attributes that the table and its index are keyed by, beside the partition key, which is always <c>pk</c>.</summary>
/// <param name="SortKey">The table's sort key; null where it has none.</param>
/// <param name="Index">The global secondary index; null where there is none.</param>
public sealed record TableKeys(string? SortKey = null, IndexKeys? Index = null)
{
    /// <summary>The table's partition key.</summary>
    public const string PartitionKey = "pk";

    /// <summary>A table with a partition key alone.</summary>
    public static TableKeys PartitionKeyAlone { get; } = new();

    /// <summary>The table's own key: one name, or two.</summary>
    public IReadOnlyList<string> OfTable => SortKey is null ? [PartitionKey] : [PartitionKey, SortKey];

    /// <summary>The names of all keys, each once; the table's own come first.</summary>
    public IReadOnlyList<string> All => [.. OfTable.Concat(Index?.Names ?? []).Distinct()];

    /// <summary>What the attribute of this name holds. One that the table and the index share holds what the table asks for.</summary>
    public KeyRole RoleOf(string name)
    {
        if (name == PartitionKey) return KeyRole.Partition;
        return name == SortKey || name != Index?.PartitionKey ? KeyRole.Sort : KeyRole.IndexPartition;
    }
}

/// <summary>The keys of a global secondary index.</summary>
/// <param name="Name">The index's name.</param>
/// <param name="PartitionKey">Its partition key.</param>
/// <param name="SortKey">Its sort key; null where it has none.</param>
public sealed record IndexKeys(string Name, string PartitionKey, string? SortKey = null)
{
    /// <summary>The index's own key: one name, or two.</summary>
    public IReadOnlyList<string> Names => SortKey is null ? [PartitionKey] : [PartitionKey, SortKey];
}

/// <summary>What a key attribute holds.</summary>
public enum KeyRole
{
    /// <summary>The item's partition: its own number, or, with a sort key, that of the group that it shares the partition with.</summary>
    Partition,

    /// <summary>The item's own number.</summary>
    Sort,

    /// <summary>The number of the group that the item shares the index's partition with.</summary>
    IndexPartition,
}
