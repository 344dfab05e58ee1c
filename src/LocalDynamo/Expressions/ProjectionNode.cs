using LocalDynamo.Items;

namespace LocalDynamo.Expressions;

/// <summary>A step of the paths that a projection asks for, with the steps below it; without any, the whole value is asked for.</summary>
internal sealed class ProjectionNode
{
    private readonly List<(PathStep Step, ProjectionNode Node)> _below = [];

    public void Add(IReadOnlyList<PathStep> steps, int from)
    {
        if (from == steps.Count) return;
        var known = _below.Find(entry => entry.Step == steps[from]).Node;
        if (known is null) _below.Add((steps[from], known = new ProjectionNode()));
        known.Add(steps, from + 1);
    }

    public AttributeMap OfMap(AttributeMap map)
    {
        var result = new AttributeMap(_below.Count);
        foreach (var (step, node) in _below)
        {
            if (step.Name is { } name && map.Find(name) is { } value && node.Of(value) is { } part) result.Set(name, part);
        }

        return result;
    }

    // The elements in the list's own order, without gaps; null where nothing below was found.
    private AttributeValue? Of(AttributeValue value)
    {
        if (_below.Count == 0) return value;
        if (value is MapValue map) return OfMap(map.Attributes) is { Count: > 0 } found ? new MapValue(found) : null;
        if (value is not ListValue list) return null;
        var elements = new List<AttributeValue>();
        foreach (var (step, node) in _below.OrderBy(entry => entry.Step.Index))
        {
            if (step.Index is { } index && index < list.Elements.Count && node.Of(list.Elements[index]) is { } part) elements.Add(part);
        }

        return elements.Count > 0 ? new ListValue(elements) : null;
    }
}
