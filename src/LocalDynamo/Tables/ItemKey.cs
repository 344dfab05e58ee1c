using LocalDynamo.Items;

namespace LocalDynamo.Tables;

/// <summary>
/// Where an item lies: by the hash of its partition key first, as DynamoDB orders a scan, then by partition key, then by sort key.
/// <paramref name="Edge"/> makes bounds: -1 lies before, and 1 after, every item of the same hash.
/// </summary>
internal sealed record ItemKey(ulong Hash, AttributeValue? Partition, AttributeValue? Sort, int Edge = 0) : IComparable<ItemKey>
{
    public static ItemKey Of(AttributeValue partition, AttributeValue? sort) => new(KeyHash.Of(partition), partition, sort);

    /// <summary>A bound before every item whose hash is <paramref name="hash"/> or more.</summary>
    public static ItemKey Before(ulong hash) => new(hash, Partition: null, Sort: null, -1);

    /// <summary>A bound after every item whose hash is <paramref name="hash"/> or less.</summary>
    public static ItemKey After(ulong hash) => new(hash, Partition: null, Sort: null, 1);

    public int CompareTo(ItemKey? other)
    {
        if (other is null) return 1;
        var order = Hash.CompareTo(other.Hash);
        if (order == 0) order = Edge.CompareTo(other.Edge);
        if (order == 0) order = CompareValues(Partition, other.Partition);
        return order == 0 ? CompareValues(Sort, other.Sort) : order;
    }

    public static bool operator <(ItemKey left, ItemKey right) => left.CompareTo(right) < 0;

    public static bool operator >(ItemKey left, ItemKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(ItemKey left, ItemKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ItemKey left, ItemKey right) => left.CompareTo(right) >= 0;

    // Keys of one table have one type, so an order between them is always known.
    private static int CompareValues(AttributeValue? left, AttributeValue? right) =>
        left is null || right is null ? 0 : left.Compare(right) ?? 0;
}
