using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>Takes the primary key out of an item or a <c>Key</c> parameter, with DynamoDB's checks.</summary>
internal static class ItemKeys
{
    private const int LongestPartitionKey = 2048;
    private const int LongestSortKey = 1024;

    /// <summary>The key of an item that is to be stored.</summary>
    /// <exception cref="DynamoException">A key attribute is missing, of another type, empty or too long.</exception>
    public static ItemKey OfItem(KeySchema keys, AttributeMap item)
    {
        var partition = Attribute(keys.Partition, item);
        var sort = keys.Sort is null ? null : Attribute(keys.Sort, item);
        CheckLengths(partition, sort);
        return ItemKey.Of(partition, sort);
    }

    /// <summary>The key of an item in a batch, where DynamoDB does not say which attribute is wrong.</summary>
    /// <exception cref="DynamoException">A key attribute is missing, of another type, empty or too long.</exception>
    public static ItemKey OfBatchItem(KeySchema keys, AttributeMap item)
    {
        var fits = item.Find(keys.Partition.Name)?.Type == keys.Partition.Type
            && (keys.Sort is null || item.Find(keys.Sort.Name)?.Type == keys.Sort.Type);
        return fits ? OfItem(keys, item) : throw NoMatch();
    }

    /// <summary>The key that a <c>Key</c> parameter says.</summary>
    /// <exception cref="DynamoException">It is not exactly the table's key.</exception>
    public static ItemKey OfKey(KeySchema keys, AttributeMap key)
    {
        if (key.Count != keys.Count) throw DynamoException.Validation("The number of conditions on the keys is invalid");
        var partition = Element(keys.Partition, key);
        var sort = keys.Sort is null ? null : Element(keys.Sort, key);
        CheckLengths(partition, sort);
        return ItemKey.Of(partition, sort);
    }

    /// <summary>The same in a batch, where DynamoDB says of any other shape that it does not match.</summary>
    /// <exception cref="DynamoException">It is not exactly the table's key.</exception>
    public static ItemKey OfBatchKey(KeySchema keys, AttributeMap key) => key.Count == keys.Count ? OfKey(keys, key) : throw NoMatch();

    /// <summary>The key that a page is to start after.</summary>
    /// <exception cref="DynamoException">It is not exactly the table's key.</exception>
    public static ItemKey OfStartKey(KeySchema keys, AttributeMap key)
    {
        try
        {
            return key.Count == keys.Count ? OfKey(keys, key) : throw NoMatch();
        }
        catch (DynamoException error)
        {
            throw DynamoException.Validation("The provided starting key is invalid: " + error.Message);
        }
    }

    /// <summary>The key that a page of a query is to start after.</summary>
    /// <exception cref="DynamoException">It is not exactly the table's key.</exception>
    public static ItemKey OfQueryStartKey(KeySchema keys, AttributeMap key) =>
        key.Count == keys.Count && keys.Names.All(name => key.Find(name) is not null)
            ? OfKey(keys, key)
            : throw DynamoException.Validation("The provided starting key is invalid");

    /// <summary>The key attributes alone, as LastEvaluatedKey carries them.</summary>
    public static AttributeMap Only(KeySchema keys, ItemKey key)
    {
        var map = new AttributeMap(2);
        map.Set(keys.Partition.Name, key.Partition!);
        if (keys.Sort is not null) map.Set(keys.Sort.Name, key.Sort!);
        return map;
    }

    private static DynamoException NoMatch() => DynamoException.Validation("The provided key element does not match the schema");

    private static AttributeValue Attribute(KeyAttribute key, AttributeMap item)
    {
        var value = item.Find(key.Name) ?? throw DynamoException.Validation(
            $"One or more parameter values were invalid: Missing the key {key.Name} in the item");
        if (value.Type != key.Type)
        {
            throw DynamoException.Validation(
                $"One or more parameter values were invalid: Type mismatch for key {key.Name} expected: {key.Type} actual: {value.Type}");
        }

        key.CheckNotEmpty(value);
        return value;
    }

    private static AttributeValue Element(KeyAttribute key, AttributeMap map)
    {
        var value = map.Find(key.Name);
        if (value is null || value.Type != key.Type) throw NoMatch();
        key.CheckNotEmpty(value);
        return value;
    }

    private static void CheckLengths(AttributeValue partition, AttributeValue? sort)
    {
        if (partition.Size > LongestPartitionKey)
        {
            throw DynamoException.Validation(
                "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes");
        }

        if (sort?.Size > LongestSortKey)
        {
            throw DynamoException.Validation(
                "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
        }
    }
}
