using LocalDynamo.Http;
using LocalDynamo.Items;

namespace LocalDynamo.Expressions;

/// <summary>What an UpdateExpression does to an item. Immutable.</summary>
internal sealed class Update(UpdateNode root, IReadOnlyList<DocumentPath> paths)
{
    private readonly Projection _touched = Projection.Of(paths);

    /// <summary>The update that <paramref name="text"/> says; null when it is null.</summary>
    /// <exception cref="DynamoException">The text is wrong in any way.</exception>
    public static Update? Read(string? text, ExpressionAttributes attributes) =>
        text is null ? null : new UpdateBinder(attributes).Bind(UpdateParser.Parse(text));

    /// <summary>The item as it is to be; the given one stays as it was.</summary>
    /// <exception cref="DynamoException">The update does not fit the item.</exception>
    public AttributeMap Of(AttributeMap item) => root.OfMap(item, item);

    /// <summary>The values at the paths that the update names.</summary>
    public AttributeMap TouchedOf(AttributeMap item) => _touched.Of(item);

    /// <exception cref="DynamoException">The update names one of these attributes, which are the key.</exception>
    public void CheckKeeps(params IEnumerable<string> keys)
    {
        var changed = paths.Select(path => path.Attribute).FirstOrDefault(keys.Contains);
        if (changed is null) return;
        throw DynamoException.Validation(
            $"One or more parameter values were invalid: Cannot update attribute {changed}. This attribute is part of the key");
    }
}
