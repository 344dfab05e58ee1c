using LocalDynamo.Items;

namespace LocalDynamo.Expressions;

/// <summary>A path into an item with every name known: attribute, then names in maps and positions in lists.</summary>
internal sealed class DocumentPath(IReadOnlyList<PathStep> steps)
{
    public IReadOnlyList<PathStep> Steps => steps;

    public string Attribute => steps[0].Name!;

    /// <summary>The value at the path; null where there is none.</summary>
    public AttributeValue? Find(AttributeMap item)
    {
        var value = item.Find(Attribute);
        for (var i = 1; i < steps.Count && value is not null; i++) value = Enter(value, steps[i]);
        return value;
    }

    public bool SameAs(DocumentPath other) => steps.SequenceEqual(other.Steps);

    /// <summary>As error messages show it: <c>[a, b, [0]]</c>.</summary>
    public override string ToString() =>
        "[" + string.Join(", ", steps.Select(step => step.Name ?? FormattableString.Invariant($"[{step.Index}]"))) + "]";

    private static AttributeValue? Enter(AttributeValue value, PathStep step)
    {
        if (step.Name is not null) return value is MapValue map ? map.Attributes.Find(step.Name) : null;
        return value is ListValue list && step.Index < list.Elements.Count ? list.Elements[step.Index!.Value] : null;
    }
}
