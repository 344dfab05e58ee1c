using LocalDynamo.Items;

namespace LocalDynamo.Expressions;

/// <summary>A condition whose names and values are known. Immutable.</summary>
internal abstract class Condition
{
    /// <summary>Whether it holds for an item; an empty map stands for an item that does not exist.</summary>
    public abstract bool Holds(AttributeMap item);
}

internal sealed class AndCondition(Condition left, Condition right) : Condition
{
    public override bool Holds(AttributeMap item) => left.Holds(item) && right.Holds(item);
}

internal sealed class OrCondition(Condition left, Condition right) : Condition
{
    public override bool Holds(AttributeMap item) => left.Holds(item) || right.Holds(item);
}

internal sealed class NotCondition(Condition negated) : Condition
{
    public override bool Holds(AttributeMap item) => !negated.Holds(item);
}

/// <summary>Compares two values. What is missing, or of another type, is equal to nothing and has no order.</summary>
internal sealed class ComparisonCondition(string comparison, Operand left, Operand right) : Condition
{
    public override bool Holds(AttributeMap item)
    {
        var (a, b) = (left.Of(item), right.Of(item));
        if (comparison is "=" or "<>") return (a is not null && b is not null && a.SameAs(b)) == (comparison == "=");
        if (a is null || b is null || a.Compare(b) is not { } order) return false;
        return comparison switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
    }
}

internal sealed class BetweenCondition(Operand value, Operand lower, Operand upper) : Condition
{
    public override bool Holds(AttributeMap item)
    {
        var (x, low, high) = (value.Of(item), lower.Of(item), upper.Of(item));
        return x is not null && low is not null && high is not null && x.Compare(low) >= 0 && x.Compare(high) <= 0;
    }
}

internal sealed class InCondition(Operand value, IReadOnlyList<Operand> choices) : Condition
{
    public override bool Holds(AttributeMap item) =>
        value.Of(item) is { } x && choices.Any(choice => choice.Of(item) is { } y && x.SameAs(y));
}

internal sealed class ExistsCondition(Operand path, bool expected) : Condition
{
    public override bool Holds(AttributeMap item) => path.Of(item) is not null == expected;
}

internal sealed class TypeCondition(Operand value, string type) : Condition
{
    public override bool Holds(AttributeMap item) => value.Of(item)?.Type == type;
}

/// <summary>begins_with: strings and binaries.</summary>
internal sealed class PrefixCondition(Operand value, Operand prefix) : Condition
{
    public override bool Holds(AttributeMap item) => (value.Of(item), prefix.Of(item)) switch
    {
        (StringValue whole, StringValue start) => whole.Utf8.AsSpan().StartsWith(start.Utf8),
        (BinaryValue whole, BinaryValue start) => whole.Bytes.AsSpan().StartsWith(start.Bytes),
        _ => false,
    };
}

/// <summary>contains: a part of a string or binary, an element of a set or list.</summary>
internal sealed class ContainsCondition(Operand container, Operand content) : Condition
{
    public override bool Holds(AttributeMap item) => (container.Of(item), content.Of(item)) switch
    {
        (StringValue whole, StringValue part) => whole.Utf8.AsSpan().IndexOf(part.Utf8) >= 0,
        (BinaryValue whole, BinaryValue part) => whole.Bytes.AsSpan().IndexOf(part.Bytes) >= 0,
        (SetValue set, { } element) => set.Contains(element),
        (ListValue list, { } element) => list.Elements.Any(element.SameAs),
        _ => false,
    };
}
