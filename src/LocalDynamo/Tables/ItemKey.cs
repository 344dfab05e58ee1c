using LocalDynamo.Items;

namespace LocalDynamo.Tables;

/// <summary>
/// Where an item lies: by the hash of its partition key first, as DynamoDB orders a scan, then by partition key, then by sort key; in an
/// index by the table's own key last (<paramref name="Base"/>), as many items may share the others. <paramref name="Edge"/> makes bounds:
/// -1 lies before, and 1 after, every item that has the parts that the bound has.
/// </summary>
internal sealed record ItemKey(ulong Hash, AttributeValue? Partition, AttributeValue? Sort, int Edge = 0, ItemKey? Base = null)
    : IComparable<ItemKey>
{
    public static ItemKey Of(AttributeValue partition, AttributeValue? sort, ItemKey? tableKey = null) =>
        new(KeyHash.Of(partition), partition, sort, Base: tableKey);

    /// <summary>A bound before every item whose hash is <paramref name="hash"/> or more.</summary>
    public static ItemKey Before(ulong hash) => new(hash, Partition: null, Sort: null, -1);

    /// <summary>A bound after every item whose hash is <paramref name="hash"/> or less.</summary>
    public static ItemKey After(ulong hash) => new(hash, Partition: null, Sort: null, 1);

    public int CompareTo(ItemKey? other)
    {
        if (other is null) return 1;
        var order = Hash.CompareTo(other.Hash);
        if (order != 0) return order;
        if (Partition is null || other.Partition is null) return Edge.CompareTo(other.Edge);
        order = CompareValues(Partition, other.Partition);
        if (order != 0) return order;
        if (Sort is null || other.Sort is null) order = Edge.CompareTo(other.Edge);
        else order = CompareValues(Sort, other.Sort);
        if (order != 0) return order;
        return Base is null || other.Base is null ? Edge.CompareTo(other.Edge) : Base.CompareTo(other.Base);
    }

    public static bool operator <(ItemKey left, ItemKey right) => left.CompareTo(right) < 0;

    public static bool operator >(ItemKey left, ItemKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(ItemKey left, ItemKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ItemKey left, ItemKey right) => left.CompareTo(right) >= 0;

    // Keys of one table have one type, so an order between them is always known.
    private static int CompareValues(AttributeValue left, AttributeValue right) => left.Compare(right) ?? 0;
}
