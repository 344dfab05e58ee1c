using LocalDynamo.Http;
using LocalDynamo.Items;

namespace LocalDynamo.Expressions;

/// <summary>The functions that are conditions: how many operands each takes, of which kinds.</summary>
internal sealed class FunctionBinder(ExpressionKind kind, OperandBinder operandBinder)
{
    private static readonly string[] Types = ["N", "BS", "L", "B", "NULL", "M", "S", "SS", "NS", "BOOL"];

    /// <exception cref="DynamoException">The operands do not fit the function.</exception>
    public Condition Bind(FunctionSyntax function)
    {
        var operands = operandBinder.BindAll(function.Operands);
        operandBinder.CheckCount(function.Name, operands, function.Name.EndsWith("exists", StringComparison.Ordinal) ? 1 : 2);
        return function.Name switch
        {
            "attribute_exists" => new ExistsCondition(Path(function.Name, operands[0]), expected: true),
            "attribute_not_exists" => new ExistsCondition(Path(function.Name, operands[0]), expected: false),
            "attribute_type" => new TypeCondition(operands[0], TypeName(operands[1])),
            "begins_with" => BindPrefix(operands),
            _ => BindContains(operands),
        };
    }

    private Operand Path(string function, Operand operand) => operand is PathOperand
        ? operand
        : throw kind.Error($"Operator or function requires a document path; operator or function: {function}");

    private string TypeName(Operand operand)
    {
        operandBinder.CheckType("attribute_type", operand, "S");
        if (operand is not ValueOperand { Value: StringValue value })
        {
            throw kind.Error(
                "Incorrect operand type for operator or function; operator or function: attribute_type, "
                + $"operand type: {{{string.Join(',', Types)}}}");
        }

        var type = value.ToString();
        if (!Types.Contains(type))
            throw kind.Error($"Invalid attribute type name found; type: {type}, valid types: {{{string.Join(',', Types)}}}");
        return type;
    }

    private PrefixCondition BindPrefix(List<Operand> operands)
    {
        operandBinder.CheckType("begins_with", operands[0], "S", "B");
        operandBinder.CheckType("begins_with", operands[1], "S", "B");
        operandBinder.CheckDistinct("begins_with", operands[0], operands[1]);
        return new PrefixCondition(operands[0], operands[1]);
    }

    private ContainsCondition BindContains(List<Operand> operands)
    {
        operandBinder.CheckDistinct("contains", operands[0], operands[1]);
        return new ContainsCondition(operands[0], operands[1]);
    }
}
