using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>Reads the Tags parameter.</summary>
internal static class TagReader
{
    /// <exception cref="DynamoException">A tag has no key, no value, is too long, or a key comes twice.</exception>
    public static Dictionary<string, string> Read(Parameters parameters)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        var given = parameters.Structures("Tags") ?? [];
        var errors = new ShapeErrors();
        for (var i = 0; i < given.Count; i++)
        {
            var path = FormattableString.Invariant($"tags.{i + 1}.member.");
            given[i].RefuseAllBut("Tags", "Key", "Value");
            var key = errors.Required(given[i].Text("Key"), path + "key");
            var value = errors.Required(given[i].Text("Value"), path + "value");
            if (key is { Length: 0 }) errors.Add(key, path + "key", "Member must have length greater than or equal to 1");
            if (key is { Length: > 128 }) errors.Add(key, path + "key", "Member must have length less than or equal to 128");
            if (value is { Length: > 256 }) errors.Add(value, path + "value", "Member must have length less than or equal to 256");
            if (key is null || value is null) continue;
            if (!tags.TryAdd(key, value)) throw DynamoException.Validation($"Duplicate tag key found: {key}");
        }

        errors.ThrowIfAny();
        return tags;
    }

    public static DynamoException TooMany() => DynamoException.Validation(FormattableString.Invariant(
        $"One or more parameter values were invalid: A table cannot have more than {TagSet.Limit} tags"));
}
