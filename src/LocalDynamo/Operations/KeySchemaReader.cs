using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>Reads KeySchema and AttributeDefinitions together, as each must name what the other does.</summary>
internal static class KeySchemaReader
{
    /// <exception cref="DynamoException">They are absent, contradict each other or name a type that keys cannot have.</exception>
    public static (KeySchema Keys, IReadOnlyDictionary<string, string> Types) Read(Parameters parameters)
    {
        var schema = parameters.Structures("KeySchema");
        var definitions = parameters.Structures("AttributeDefinitions");
        var errors = new ShapeErrors();
        errors.Required(definitions, "attributeDefinitions");
        errors.Required(schema, "keySchema");
        errors.ThrowIfAny();

        var types = ReadTypes(definitions!, errors);
        errors.ThrowIfAny();
        if (schema!.Count > types.Count) throw Invalid("Some index key attribute have no definition");
        var keys = ReadKeySchema(schema, "keySchema", types);
        var used = keys.Names.Union(IndexReader.KeyNames(parameters)).Count(types.ContainsKey);
        if (types.Count == used) return (keys, types);
        throw DynamoException.Validation(
            "One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes "
            + "defined in AttributeDefinitions");
    }

    /// <summary>The key schema of a table or an index, whose attributes have these types.</summary>
    /// <exception cref="DynamoException">It is no key schema, or names an attribute that is not defined.</exception>
    public static KeySchema ReadKeySchema(IReadOnlyList<Parameters> schema, string path, IReadOnlyDictionary<string, string> types)
    {
        var (partition, sort) = ReadKeys(schema, path);
        string[] names = sort is null ? [partition] : [partition, sort];
        if (names.Any(name => !types.ContainsKey(name)))
        {
            throw DynamoException.Validation(
                "One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. "
                + $"Keys: [{string.Join(", ", names)}], AttributeDefinitions: [{string.Join(", ", types.Keys)}]");
        }

        return new KeySchema(new KeyAttribute(partition, types[partition]), sort is null ? null : new KeyAttribute(sort, types[sort]));
    }

    private static Dictionary<string, string> ReadTypes(IReadOnlyList<Parameters> definitions, ShapeErrors errors)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < definitions.Count; i++)
        {
            var path = FormattableString.Invariant($"attributeDefinitions.{i + 1}.member.");
            definitions[i].RefuseAllBut("AttributeDefinitions", "AttributeName", "AttributeType");
            var name = errors.Required(definitions[i].Text("AttributeName"), path + "attributeName");
            var type = errors.OneOf(errors.Required(definitions[i].Text("AttributeType"), path + "attributeType"), path + "attributeType",
                "B", "N", "S");
            if (name is null || type is null) continue;
            if (!types.TryAdd(name, type)) throw DynamoException.Validation("Cannot have two attributes with the same name");
        }

        return types;
    }

    private static (string Partition, string? Sort) ReadKeys(IReadOnlyList<Parameters> schema, string schemaPath)
    {
        var errors = new ShapeErrors();
        if (schema.Count == 0) errors.Add("[]", schemaPath, "Member must have length greater than or equal to 1");
        if (schema.Count > 2) errors.Add("[...]", schemaPath, "Member must have length less than or equal to 2");
        var keys = new List<(string? Name, string? Type)>();
        for (var i = 0; i < schema.Count; i++)
        {
            var path = FormattableString.Invariant($"{schemaPath}.{i + 1}.member.");
            schema[i].RefuseAllBut("KeySchema", "AttributeName", "KeyType");
            keys.Add((
                errors.Required(schema[i].Text("AttributeName"), path + "attributeName"),
                errors.OneOf(errors.Required(schema[i].Text("KeyType"), path + "keyType"), path + "keyType", "HASH", "RANGE")));
        }

        errors.ThrowIfAny();
        if (keys[0].Type != "HASH") throw Invalid("The first KeySchemaElement is not a HASH key type");
        if (keys.Count == 1) return (keys[0].Name!, null);
        if (keys[1].Type != "RANGE") throw Invalid("The second KeySchemaElement is not a RANGE key type");
        if (keys[0].Name == keys[1].Name) throw Invalid("Both the Hash Key and the Range Key element in the KeySchema have the same name");
        return (keys[0].Name!, keys[1].Name);
    }

    private static DynamoException Invalid(string why) => DynamoException.Validation("Invalid KeySchema: " + why);
}
