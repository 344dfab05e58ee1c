using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>Takes items until a page is full: 1 MB of items, or the limit that was asked for. One request's own.</summary>
internal sealed class ItemPage(long? limit)
{
    public const int LargestPage = 1024 * 1024;

    private readonly List<AttributeMap> _items = [];

    public IReadOnlyList<AttributeMap> Items => _items;

    /// <summary>Sizes of all items that were looked at.</summary>
    public long Bytes { get; private set; }

    /// <summary>Where the next page goes on; null when the end was reached.</summary>
    public ItemKey? LastKey { get; private set; }

    public bool Take(ItemKey key, AttributeMap item)
    {
        _items.Add(item);
        Bytes += item.Size;
        if (_items.Count != limit && Bytes <= LargestPage) return true;
        LastKey = key;
        return false;
    }
}
