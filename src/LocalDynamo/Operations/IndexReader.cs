using System.Globalization;
using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>Reads GlobalSecondaryIndexes of a CreateTable.</summary>
internal static class IndexReader
{
    private const int MostIndexes = 20;
    private const int MostIncluded = 100;
    private static readonly string[] Supported = ["IndexName", "KeySchema", "Projection", "ProvisionedThroughput"];

    /// <exception cref="DynamoException">An index is incomplete or contradicts itself, its name comes twice, or there are too
    /// many.</exception>
    public static IReadOnlyList<IndexDefinition> Read(Parameters parameters, IReadOnlyDictionary<string, string> types, BillingMode billing)
    {
        if (parameters.Structures("GlobalSecondaryIndexes") is not { } given) return [];
        var indexes = given.Select((index, i) => ReadIndex(index, Path(i), types, billing)).ToList();
        if (indexes.GroupBy(index => index.Name).FirstOrDefault(name => name.Count() > 1) is { } twice)
            throw Invalid($"Duplicate index name: {twice.Key}");
        if (indexes.Count > MostIndexes)
        {
            throw Invalid(string.Create(
                CultureInfo.InvariantCulture, $"GlobalSecondaryIndex count exceeds the per-table limit of {MostIndexes}"));
        }

        return indexes;
    }

    /// <summary>The names that the key schemas of the indexes use, as far as they can be read.</summary>
    /// <exception cref="DynamoException">The list of the indexes is empty.</exception>
    public static IEnumerable<string> KeyNames(Parameters parameters)
    {
        var given = parameters.Structures("GlobalSecondaryIndexes");
        if (given?.Count == 0) throw Invalid("List of GlobalSecondaryIndexes is empty");
        return
            from index in given ?? []
            from key in index.Structures("KeySchema") ?? []
            let name = key.Text("AttributeName")
            where name is not null
            select name;
    }

    private static IndexDefinition ReadIndex(Parameters index, string path, IReadOnlyDictionary<string, string> types, BillingMode billing)
    {
        index.RefuseAllBut("GlobalSecondaryIndexes", Supported);
        var errors = new ShapeErrors();
        var name = errors.Required(index.Text("IndexName"), path + "indexName");
        if (name?.Length < 3) errors.Add(name, path + "indexName", "Member must have length greater than or equal to 3");
        if (name?.Length > 255) errors.Add(name, path + "indexName", "Member must have length less than or equal to 255");
        if (name is not null && !TableNames.IsOfNameCharacters(name))
            errors.Add(name, path + "indexName", "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
        var schema = errors.Required(index.Structures("KeySchema"), path + "keySchema");
        var projection = errors.Required(index.Structure("Projection"), path + "projection");
        var units = Throughput.ReadUnitsOf(index, path + "provisionedThroughput", errors);
        errors.ThrowIfAny();
        var keys = KeySchemaReader.ReadKeySchema(schema!, path + "keySchema", types);
        var projected = ReadProjection(projection!.Value, path + "projection.");
        return new IndexDefinition(name!, keys, projected, ProvisionOf(name!, units, billing));
    }

    private static IndexProjection ReadProjection(Parameters projection, string path)
    {
        projection.RefuseAllBut("Projection", "ProjectionType", "NonKeyAttributes");
        var errors = new ShapeErrors();
        var type = errors.OneOf(projection.Text("ProjectionType"), path + "projectionType", "ALL", "INCLUDE", "KEYS_ONLY");
        var included = projection.Texts("NonKeyAttributes");
        if (included?.Count == 0) errors.Add("[]", path + "nonKeyAttributes", "Member must have length greater than or equal to 1");
        errors.ThrowIfAny();
        if (type is null) throw Invalid("Unknown ProjectionType: null");
        if (type != IndexProjection.Include && included is not null)
            throw Invalid($"ProjectionType is {type}, but NonKeyAttributes is specified");
        if (type == IndexProjection.Include && included is null)
        {
            throw DynamoException.Validation(
                "If Projection type INCLUDE is specified, some non-key attributes to include in the projection must be specified as well");
        }

        if (included is not null && included.Distinct(StringComparer.Ordinal).Count() < included.Count)
            throw DynamoException.Validation("Cannot have two attributes with the same name");
        if (included?.Count > MostIncluded) throw Invalid("Too many NonKeyAttributes");
        return new IndexProjection(type, included ?? []);
    }

    private static Provision ProvisionOf(string name, (long Read, long Write)? units, BillingMode billing)
    {
        if (billing == BillingMode.PayPerRequest)
        {
            return units is null
                ? new Provision(billing, 0, 0)
                : throw Invalid($"ProvisionedThroughput should not be specified for index: {name} when BillingMode is PAY_PER_REQUEST");
        }

        return units is { } given
            ? new Provision(billing, given.Read, given.Write)
            : throw DynamoException.Validation("No provisioned throughput specified for the global secondary index");
    }

    private static string Path(int index) => FormattableString.Invariant($"globalSecondaryIndexes.{index + 1}.member.");

    private static DynamoException Invalid(string why) => DynamoException.Validation("One or more parameter values were invalid: " + why);
}
