using System.Text.Json;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>One write of a batch, and the JSON that it came as, which goes back where it stays unprocessed.</summary>
internal sealed record BatchEntry(ItemChange Change, JsonElement Json);

/// <summary>Reads and checks all of a BatchWriteItem before any of it is carried out.</summary>
internal sealed class BatchWriteReader(TableStore tables, ItemReader items)
{
    private const int MostWrites = 25;
    private const string OneOfBoth =
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes";

    /// <exception cref="DynamoException">The batch is empty or too large, names a key twice or a table that is not there, or a write is
    /// wrong.</exception>
    public List<BatchEntry> Read(Parameters parameters, ShapeErrors errors)
    {
        var given = errors.Required(parameters.Find("RequestItems"), "requestItems");
        errors.ThrowIfAny();
        var writes = ReadWrites(given!.Value, errors);
        var entries = writes.ConvertAll(write => Bind(write.Table, write.Request));
        var keys = new HashSet<(string, ItemKey)>(TableKeyComparer.Instance);
        if (entries.Exists(entry => !keys.Add((entry.Change.Table.Name, entry.Change.Key))))
            throw DynamoException.Validation("Provided list of item keys contains duplicates");
        return entries;
    }

    private static List<(string Table, Parameters Request)> ReadWrites(JsonElement json, ShapeErrors errors)
    {
        if (json.ValueKind != JsonValueKind.Object) throw DynamoException.Serialization(WireShape.Unexpected(json));
        var writes = new List<(string, Parameters)>();
        foreach (var property in json.EnumerateObject())
        {
            var table = WireShape.Name(property);
            var requests = new Parameters(json).Structures(table) ?? [];
            if (requests.Count == 0)
                throw DynamoException.Validation($"The batch write request list for a table cannot be null or empty: {table}");
            writes.AddRange(requests.Select(request => (table, request)));
        }

        if (writes.Count == 0) errors.Add("{}", "requestItems", "Member must have length greater than or equal to 1");
        errors.ThrowIfAny();
        if (writes.Count > MostWrites) throw DynamoException.Validation("Too many items requested for the BatchWriteItem call");
        return writes;
    }

    private BatchEntry Bind(string tableName, Parameters request)
    {
        request.RefuseAllBut("RequestItems", "PutRequest", "DeleteRequest");
        var put = request.Structure("PutRequest");
        var delete = request.Structure("DeleteRequest");
        if (put is null == delete is null) throw DynamoException.Validation(OneOfBoth);
        put?.RefuseAllBut("PutRequest", "Item");
        delete?.RefuseAllBut("DeleteRequest", "Key");
        var body = items.ReadMap(
            (put?.Find("Item") ?? delete?.Find("Key"))
            ?? throw DynamoException.Validation("The supplied Item contains a null AttributeValue"));
        if (put is not null) ItemWrite.CheckSize(body);
        var table = tables.Serving(TableNames.Check(tableName, "TableName"));
        var keys = table.Definition.Keys;
        if (put is not null) IndexKeys.CheckItem(table, body);
        var change = put is not null
            ? new ItemChange(table, ItemKeys.OfBatchItem(keys, body), new ReplacedItem(body))
            : new ItemChange(table, ItemKeys.OfKey(keys, body), new DeletedItem());
        return new BatchEntry(change, request.Json);
    }
}
