using LocalDynamo.Expressions;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>What a write makes of the item that it finds. Immutable.</summary>
internal abstract class ItemResult
{
    /// <summary>The item that is to be there; null where none is.</summary>
    /// <exception cref="DynamoException">The change does not fit the item, or makes it too large.</exception>
    public abstract AttributeMap? Of(AttributeMap? existing);

    /// <summary>Bytes of the new item that are known without the old one; they count where a condition fails.</summary>
    public virtual int KnownSize => 0;
}

internal sealed class ReplacedItem(AttributeMap item) : ItemResult
{
    public override int KnownSize => item.Size;

    public override AttributeMap Of(AttributeMap? existing) => item;
}

internal sealed class DeletedItem : ItemResult
{
    public override AttributeMap? Of(AttributeMap? existing) => null;
}

/// <summary>The item as it is: a transaction's condition check.</summary>
internal sealed class KeptItem : ItemResult
{
    public override AttributeMap? Of(AttributeMap? existing) => existing;
}

/// <summary>The item as the update leaves it; where there was none, it begins as its key alone.</summary>
internal sealed class UpdatedItem(Table table, AttributeMap key, Update? update) : ItemResult
{
    public override AttributeMap Of(AttributeMap? existing)
    {
        var changed = update?.Of(existing ?? key) ?? existing ?? key;
        IndexKeys.CheckUpdated(table, changed);
        if (changed.Size <= ItemWrite.LargestItem) return changed;
        throw DynamoException.Validation("Item size to update has exceeded the maximum allowed size");
    }
}

/// <summary>One write of one item.</summary>
internal readonly record struct ItemChange(
    Table Table, ItemKey Key, ItemResult Result, Condition? Condition = null, bool WantsFound = false);
