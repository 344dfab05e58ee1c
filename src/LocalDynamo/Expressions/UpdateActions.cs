using LocalDynamo.Items;

namespace LocalDynamo.Expressions;

/// <summary>What an update does at one path. Immutable.</summary>
internal abstract class UpdateAction
{
    /// <summary>The new value, of the value that is there and the whole item as it was; null where nothing is to be left.</summary>
    public abstract AttributeValue? Of(AttributeValue? existing, AttributeMap item);
}

internal sealed class SetAction(Operand value) : UpdateAction
{
    public override AttributeValue? Of(AttributeValue? existing, AttributeMap item) => value.Of(item) ?? throw UpdateErrors.Missing();
}

internal sealed class RemoveAction : UpdateAction
{
    public override AttributeValue? Of(AttributeValue? existing, AttributeMap item) => null;
}

/// <summary>Adds to a number or a set; a missing one counts as zero or as empty.</summary>
internal sealed class AddAction(AttributeValue added) : UpdateAction
{
    public override AttributeValue? Of(AttributeValue? existing, AttributeMap item) => (existing, added) switch
    {
        (null, _) => added,
        (NumberValue a, NumberValue b) => new NumberValue(DecimalMath.Add(a.Number, b.Number)),
        (SetValue a, SetValue b) when a.Type == b.Type => SetMath.Union(a, b),
        _ => throw UpdateErrors.WrongType(),
    };
}

/// <summary>Takes elements out of a set, and the set away when none is left.</summary>
internal sealed class DeleteAction(SetValue deleted) : UpdateAction
{
    public override AttributeValue? Of(AttributeValue? existing, AttributeMap item) => existing switch
    {
        null => null,
        SetValue set when set.Type == deleted.Type => SetMath.Difference(set, deleted),
        _ => throw UpdateErrors.WrongType(),
    };
}
