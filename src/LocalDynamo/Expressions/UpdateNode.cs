using LocalDynamo.Http;
using LocalDynamo.Items;

namespace LocalDynamo.Expressions;

/// <summary>
/// A step of the paths that an update changes: with an action, or with the steps below it. Everything below one list is changed at once, so
/// that positions are those of the list as it was.
/// </summary>
internal sealed class UpdateNode
{
    private readonly List<(PathStep Step, UpdateNode Node)> _below = [];
    private UpdateAction? _action;

    public void Add(IReadOnlyList<PathStep> steps, int from, UpdateAction action)
    {
        if (from == steps.Count)
        {
            _action = action;
            return;
        }

        var known = _below.Find(entry => entry.Step == steps[from]).Node;
        if (known is null) _below.Add((steps[from], known = new UpdateNode()));
        known.Add(steps, from + 1, action);
    }

    /// <param name="map">What is changed.</param>
    /// <param name="item">The whole item as it was.</param>
    /// <param name="depth">How many maps and lists surround the map.</param>
    /// <exception cref="DynamoException">A path or a type does not fit the item, or the new values nest too deep.</exception>
    public AttributeMap OfMap(AttributeMap map, AttributeMap item, int depth = 0)
    {
        var changes = new Dictionary<string, AttributeValue?>(_below.Count);
        foreach (var (step, node) in _below)
        {
            var name = step.Name ?? throw UpdateErrors.WrongPath();
            changes[name] = node.Of(map.Find(name), item, depth);
        }

        return map.With(changes);
    }

    private AttributeValue? Of(AttributeValue? existing, AttributeMap item, int depth)
    {
        if (_action is null)
        {
            return existing switch
            {
                MapValue map => new MapValue(OfMap(map.Attributes, item, depth + 1)),
                ListValue list => OfList(list, item, depth + 1),
                _ => throw UpdateErrors.WrongPath(),
            };
        }

        var value = _action.Of(existing, item);
        if (value is not null && depth + Depth(value) > ItemReader.MaxDepth) throw UpdateErrors.TooDeep();
        return value;
    }

    private ListValue OfList(ListValue list, AttributeMap item, int depth)
    {
        var elements = new List<AttributeValue?>(list.Elements);
        foreach (var (step, node) in _below.OrderBy(entry => entry.Step.Index))
        {
            var index = step.Index ?? throw UpdateErrors.WrongPath();
            var existing = index < list.Elements.Count ? list.Elements[index] : null;
            var value = node.Of(existing, item, depth);
            // Beyond its end a list grows by one, without gaps.
            if (existing is null) elements.Add(value);
            else elements[index] = value;
        }

        return new ListValue([.. elements.OfType<AttributeValue>()]);
    }

    private static int Depth(AttributeValue value)
    {
        if (value is ListValue list) return 1 + list.Elements.Select(Depth).DefaultIfEmpty().Max();
        if (value is not MapValue { Attributes: var map }) return 0;
        return 1 + Enumerable.Range(0, map.Count).Select(i => Depth(map.ValueAt(i))).DefaultIfEmpty().Max();
    }
}
