using LocalDynamo.Http;
using LocalDynamo.Items;

namespace LocalDynamo.Expressions;

/// <summary>What goes wrong when an update meets an item that it does not fit.</summary>
internal static class UpdateErrors
{
    public static DynamoException Missing() =>
        DynamoException.Validation("The provided expression refers to an attribute that does not exist in the item");

    public static DynamoException WrongType() =>
        DynamoException.Validation("An operand in the update expression has an incorrect data type");

    public static DynamoException WrongPath() =>
        DynamoException.Validation("The document path provided in the update expression is invalid for update");

    public static DynamoException TooDeep() => DynamoException.Validation("Nesting Levels have exceeded supported limits");
}

/// <summary>if_not_exists: the value at the path, or the other one.</summary>
internal sealed class IfNotExistsOperand(Operand path, Operand otherwise) : Operand
{
    public override AttributeValue? Of(AttributeMap item) => path.Of(item) ?? otherwise.Of(item);
}

/// <summary>list_append: two lists, one after the other. Throws where an operand is none.</summary>
internal sealed class ListAppendOperand(Operand first, Operand second) : Operand
{
    public override string KnownType => "L";

    public override AttributeValue? Of(AttributeMap item)
    {
        var (a, b) = (first.Of(item) ?? throw UpdateErrors.Missing(), second.Of(item) ?? throw UpdateErrors.Missing());
        return a is ListValue head && b is ListValue tail
            ? new ListValue([.. head.Elements, .. tail.Elements])
            : throw UpdateErrors.WrongType();
    }
}

/// <summary>A sum or difference of two numbers. Throws where an operand is none.</summary>
internal sealed class ArithmeticOperand(bool subtracts, Operand left, Operand right) : Operand
{
    public override string KnownType => "N";

    public override AttributeValue? Of(AttributeMap item)
    {
        var (a, b) = (left.Of(item) ?? throw UpdateErrors.Missing(), right.Of(item) ?? throw UpdateErrors.Missing());
        if (a is not NumberValue x || b is not NumberValue y) throw UpdateErrors.WrongType();
        return new NumberValue(subtracts ? DecimalMath.Subtract(x.Number, y.Number) : DecimalMath.Add(x.Number, y.Number));
    }
}
