using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>
/// Checks that what an item has under the names of index keys can be one; an item may lack them, and is then in no such index.
/// </summary>
internal static class IndexKeys
{
    private const int LongestPartitionKey = 2048;
    private const int LongestSortKey = 1024;

    /// <exception cref="DynamoException">An attribute has another type, is empty or too long.</exception>
    public static void CheckItem(Table table, AttributeMap item)
    {
        foreach (var (index, key) in Keys(table))
        {
            if (item.Find(key.Name) is not { } value) continue;
            if (value.Type != key.Type)
            {
                throw DynamoException.Validation(
                    $"One or more parameter values were invalid: Type mismatch for Index Key {key.Name} Expected: {key.Type} "
                    + $"Actual: {value.Type} IndexName: {index.Definition.Name}");
            }

            CheckValue(index, key, value);
        }
    }

    /// <exception cref="DynamoException">The same, in the words of an update.</exception>
    public static void CheckUpdated(Table table, AttributeMap item)
    {
        foreach (var (index, key) in Keys(table))
        {
            if (item.Find(key.Name) is not { } value) continue;
            if (value.Type != key.Type)
            {
                throw DynamoException.Validation(
                    "The update expression attempted to update the secondary index key to unsupported type");
            }

            if (value.Size == 0)
            {
                throw DynamoException.Validation(
                    "One or more parameter values are not valid. The update expression attempted to update a secondary index key to a "
                    + "value that is not supported. The AttributeValue for a key attribute cannot contain an empty "
                    + $"{(value.Type == "S" ? "string" : "binary")} value.");
            }

            CheckValue(index, key, value);
        }
    }

    private static IEnumerable<(SecondaryIndex Index, KeyAttribute Key)> Keys(Table table)
    {
        foreach (var index in table.Indexes)
        {
            yield return (index, index.Keys.Partition);
            if (index.Keys.Sort is not null) yield return (index, index.Keys.Sort);
        }
    }

    private static void CheckValue(SecondaryIndex index, KeyAttribute key, AttributeValue value)
    {
        if (value.Size == 0)
        {
            throw DynamoException.Validation(
                "One or more parameter values are not valid. A value specified for a secondary index key is not supported. "
                + $"The AttributeValue for a key attribute cannot contain an empty {(value.Type == "S" ? "string" : "binary")} value. "
                + $"IndexName: {index.Definition.Name}, IndexKey: {key.Name}");
        }

        if (value.Size <= (key == index.Keys.Partition ? LongestPartitionKey : LongestSortKey)) return;
        throw DynamoException.Validation(key == index.Keys.Partition
            ? "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes"
            : "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    }
}
