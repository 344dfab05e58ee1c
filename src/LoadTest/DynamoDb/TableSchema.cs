using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Configuration.Problems;
using LoadTest.Items;

namespace LoadTest.DynamoDb;

/// <summary>The keys of a table and its index, as DynamoDB describes them.</summary>
internal static class TableSchema
{
    /// <summary>A key: its first name is the partition key's, the second, if any, the sort key's.</summary>
    public static List<KeySchemaElement> Of(IReadOnlyList<string> names) =>
        [.. names.Select((name, i) => new KeySchemaElement(name, i == 0 ? KeyType.HASH : KeyType.RANGE))];

    /// <summary>An index that holds whole items.</summary>
    public static GlobalSecondaryIndex Of(IndexKeys index, ProvisionedThroughput? throughput) => new()
    {
        IndexName = index.Name,
        KeySchema = Of(index.Names),
        Projection = new Projection { ProjectionType = ProjectionType.ALL },
        ProvisionedThroughput = throughput,
    };

    /// <summary>Passes where the table has these keys, all texts, and the index.</summary>
    /// <exception cref="ProblemException">It has others.</exception>
    public static void Check(TableDescription table, TableKeys keys)
    {
        if (!Matches(table.KeySchema, keys.OfTable) || !keys.OfTable.All(name => IsText(table, name)))
        {
            throw new ProblemException(new Problem(
                ErrorCodes.TableKeys,
                $"the key of table {table.TableName} is {Text(table.KeySchema)}, and the run writes {string.Join(" and ", keys.OfTable.Select((name, i) => $"a text attribute {name} ({(i == 0 ? "HASH" : "RANGE")})"))}{(keys.SortKey is null ? " alone" : "")}",
                null, "give the table's sort key with --sort-key, take a table with that key, or another --table-name and --create-table=true"));
        }

        if (keys.Index is not { } index) return;
        var found = (table.GlobalSecondaryIndexes ?? []).Find(candidate => candidate.IndexName == index.Name);
        if (found is not null && Matches(found.KeySchema, index.Names) && index.Names.All(name => IsText(table, name))) return;
        throw new ProblemException(new Problem(
            ErrorCodes.TableKeys,
            $"table {table.TableName} has no index {index.Name} with the key {string.Join(", ", index.Names)}{(found is null ? "" : $": its key is {Text(found.KeySchema)}")}",
            null, "correct --index-name, --index-partition-key and --index-sort-key, or leave them out"));
    }

    private static bool Matches(List<KeySchemaElement>? schema, IReadOnlyList<string> names) =>
        schema is not null && schema.OrderBy(element => element.KeyType == KeyType.HASH ? 0 : 1).Select(element => element.AttributeName).SequenceEqual(names);

    private static bool IsText(TableDescription table, string name) =>
        (table.AttributeDefinitions ?? []).Exists(attribute => attribute.AttributeName == name && attribute.AttributeType == ScalarAttributeType.S);

    private static string Text(List<KeySchemaElement>? schema) =>
        string.Join(", ", (schema ?? []).Select(element => $"{element.AttributeName} ({element.KeyType?.Value})"));
}
