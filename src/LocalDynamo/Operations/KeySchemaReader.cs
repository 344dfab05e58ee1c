using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>Reads KeySchema and AttributeDefinitions together, as each must name what the other does.</summary>
internal static class KeySchemaReader
{
    /// <exception cref="DynamoException">They are absent, contradict each other or name a type that keys cannot have.</exception>
    public static KeySchema Read(Parameters parameters)
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
        var (partition, sort) = ReadKeys(schema, errors);
        CheckEachOther(partition, sort, types);
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

    private static (string Partition, string? Sort) ReadKeys(IReadOnlyList<Parameters> schema, ShapeErrors errors)
    {
        if (schema.Count == 0) errors.Add("[]", "keySchema", "Member must have length greater than or equal to 1");
        if (schema.Count > 2) errors.Add("[...]", "keySchema", "Member must have length less than or equal to 2");
        var keys = new List<(string? Name, string? Type)>();
        for (var i = 0; i < schema.Count; i++)
        {
            var path = FormattableString.Invariant($"keySchema.{i + 1}.member.");
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

    private static void CheckEachOther(string partition, string? sort, Dictionary<string, string> types)
    {
        string[] keys = sort is null ? [partition] : [partition, sort];
        if (keys.Any(key => !types.ContainsKey(key)))
        {
            throw DynamoException.Validation(
                "One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. "
                + $"Keys: [{string.Join(", ", keys)}], AttributeDefinitions: [{string.Join(", ", types.Keys)}]");
        }

        if (types.Count != keys.Length)
        {
            throw DynamoException.Validation(
                "One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes "
                + "defined in AttributeDefinitions");
        }
    }

    private static DynamoException Invalid(string why) => DynamoException.Validation("Invalid KeySchema: " + why);
}
