using LocalDynamo.Items;

namespace LocalDynamo.Tables;

/// <summary>
/// The items of one partition key whose sort keys lie together: all after <see cref="From"/> and before <see cref="To"/>.
/// </summary>
internal readonly record struct KeyRange(ItemKey From, ItemKey To)
{
    /// <summary>Every item of a partition key.</summary>
    public static KeyRange Of(AttributeValue partition) => new(Bound(partition, sort: null, -1), Bound(partition, sort: null, 1));

    /// <summary>The range of a sort key condition.</summary>
    /// <param name="partition">The partition key.</param>
    /// <param name="comparison">One of = &lt; &lt;= &gt; &gt;= BETWEEN begins_with.</param>
    /// <param name="sort">What the sort key is compared with.</param>
    /// <param name="upper">The upper end for BETWEEN.</param>
    public static KeyRange Of(AttributeValue partition, string comparison, AttributeValue sort, AttributeValue? upper)
    {
        var all = Of(partition);
        var (before, after) = (Bound(partition, sort, -1), Bound(partition, sort, 1));
        return comparison switch
        {
            "=" => new KeyRange(before, after),
            "<" => all with { To = before },
            "<=" => all with { To = after },
            ">" => all with { From = after },
            ">=" => all with { From = before },
            "BETWEEN" => new KeyRange(before, Bound(partition, upper, 1)),
            _ => new KeyRange(before, AfterPrefix(sort) is { } next ? Bound(partition, next, -1) : all.To),
        };
    }

    public bool Contains(ItemKey key) => key > From && key < To;

    private static ItemKey Bound(AttributeValue partition, AttributeValue? sort, int edge) =>
        new(KeyHash.Of(partition), partition, sort, edge);

    // The least value that is larger than all that begin so; null where there is none.
    private static AttributeValue? AfterPrefix(AttributeValue prefix)
    {
        var bytes = (prefix as StringValue)?.Utf8 ?? ((BinaryValue)prefix).Bytes;
        var length = bytes.AsSpan().LastIndexOfAnyExcept(byte.MaxValue) + 1;
        if (length == 0) return null;
        var next = bytes.AsSpan(0, length).ToArray();
        next[^1]++;
        return prefix is StringValue ? new StringValue(next) : new BinaryValue(next);
    }
}
