using System.Text.Json;
using LocalDynamo.Expressions;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>What a BatchGetItem asks of one table. <see cref="Json"/> goes back, with the keys that stay unprocessed.</summary>
internal sealed record BatchRead(
    Table Table, IReadOnlyList<(ItemKey Key, JsonElement Json)> Keys, bool Consistent, Projection? Projection, Parameters Json);

/// <summary>Reads and checks all of a BatchGetItem before any of it is carried out.</summary>
internal sealed class BatchGetReader(TableStore tables, ItemReader items)
{
    private const int MostKeys = 100;

    /// <exception cref="DynamoException">The batch is empty or too large, names a key twice or a table that is not there, or a part of it
    /// is wrong.</exception>
    public List<BatchRead> Read(Parameters parameters, ShapeErrors errors)
    {
        var given = errors.Required(parameters.Find("RequestItems"), "requestItems");
        errors.ThrowIfAny();
        var byTable = ReadTables(given!.Value, errors);
        if (byTable.Sum(table => table.Keys.GetArrayLength()) > MostKeys)
            throw DynamoException.Validation("Too many items requested for the BatchGetItem call");
        return byTable.ConvertAll(table => Bind(table.Name, table.Request, table.Keys));
    }

    private static List<(string Name, Parameters Request, JsonElement Keys)> ReadTables(JsonElement json, ShapeErrors errors)
    {
        if (json.ValueKind != JsonValueKind.Object) throw DynamoException.Serialization(WireShape.Unexpected(json));
        var byTable = new List<(string, Parameters, JsonElement)>();
        foreach (var property in json.EnumerateObject())
        {
            var name = WireShape.Name(property);
            var request = new Parameters(property.Value);
            request.RefuseAllBut("RequestItems", "Keys", "ConsistentRead", "ProjectionExpression", "ExpressionAttributeNames");
            var path = $"requestItems.{name}.member.keys";
            var keys = errors.Required(request.Find("Keys"), path);
            if (keys is not { } list) continue;
            if (list.ValueKind != JsonValueKind.Array) throw DynamoException.Serialization(WireShape.Unexpected(list));
            if (list.GetArrayLength() == 0) errors.Add("[]", path, "Member must have length greater than or equal to 1");
            byTable.Add((name, request, list));
        }

        if (!json.EnumerateObject().Any()) errors.Add("{}", "requestItems", "Member must have length greater than or equal to 1");
        errors.ThrowIfAny();
        return byTable;
    }

    private BatchRead Bind(string name, Parameters request, JsonElement keysJson)
    {
        var attributes = new ExpressionAttributes(request, items, "ProjectionExpression");
        var projection = Projection.Read(request.Text("ProjectionExpression"), attributes);
        attributes.CheckAllUsed();
        var maps = keysJson.EnumerateArray().Select(json => (Map: items.ReadMap(json), Json: json)).ToList();
        var table = tables.Serving(TableNames.Check(name, "TableName"));
        var keys = maps.ConvertAll(key => (ItemKeys.OfBatchKey(table.Definition.Keys, key.Map), key.Json));
        var seen = new HashSet<(string, ItemKey)>(TableKeyComparer.Instance);
        if (keys.Exists(key => !seen.Add((table.Name, key.Item1))))
            throw DynamoException.Validation("Provided list of item keys contains duplicates");
        return new BatchRead(table, keys, request.Boolean("ConsistentRead") ?? false, projection, request);
    }
}
