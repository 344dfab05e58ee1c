using LocalDynamo.Http;

namespace LocalDynamo.Expressions;

/// <summary>Turns the syntax of a condition or a filter into a condition that can be evaluated.</summary>
internal sealed class ConditionBinder
{
    private const int MostChoices = 100;
    private static readonly string[] Ordered = ["S", "N", "B"];

    private readonly ExpressionKind _kind;
    private readonly OperandBinder _operands;
    private readonly FunctionBinder _functions;

    private ConditionBinder(ExpressionKind kind, ExpressionAttributes attributes)
    {
        _kind = kind;
        _operands = new OperandBinder(kind, attributes);
        _functions = new FunctionBinder(kind, _operands);
    }

    /// <summary>The condition that <paramref name="text"/> says; null when it is null.</summary>
    /// <exception cref="DynamoException">The text is wrong in any way.</exception>
    public static Condition? Read(ExpressionKind kind, string? text, ExpressionAttributes attributes)
    {
        if (text is null) return null;
        var syntax = ConditionParser.Parse(kind, text);
        SyntaxChecks.Check(kind, syntax);
        return new ConditionBinder(kind, attributes).Bind(syntax);
    }

    /// <summary>The names of the attributes that the condition looks at.</summary>
    public static IReadOnlySet<string> AttributesOf(ExpressionKind kind, string text, ExpressionAttributes attributes)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Collect(ConditionParser.Parse(kind, text), new OperandBinder(kind, attributes), names);
        return names;
    }

    private static void Collect(SyntaxNode node, OperandBinder operands, HashSet<string> names)
    {
        if (node is PathSyntax path) names.Add(operands.BindPath(path).Attribute);
        foreach (var child in node.Children) Collect(child, operands, names);
    }

    private Condition Bind(SyntaxNode node) => node switch
    {
        AndSyntax and => new AndCondition(Bind(and.Left), Bind(and.Right)),
        OrSyntax or => new OrCondition(Bind(or.Left), Bind(or.Right)),
        NotSyntax not => new NotCondition(Bind(not.Negated)),
        ComparisonSyntax comparison => BindComparison(comparison),
        BetweenSyntax between => BindBetween(between),
        InSyntax choice => BindIn(choice),
        FunctionSyntax function => _functions.Bind(function),
        _ => throw new InvalidOperationException("The grammar lets no operand stand for a condition."),
    };

    private ComparisonCondition BindComparison(ComparisonSyntax syntax)
    {
        var left = _operands.Bind(syntax.Left);
        var right = _operands.Bind(syntax.Right);
        if (syntax.Operator is not ("=" or "<>"))
        {
            _operands.CheckType(syntax.Operator, left, Ordered);
            _operands.CheckType(syntax.Operator, right, Ordered);
        }

        _operands.CheckDistinct(syntax.Operator, left, right);
        return new ComparisonCondition(syntax.Operator, left, right);
    }

    private BetweenCondition BindBetween(BetweenSyntax syntax)
    {
        var operands = _operands.BindAll(syntax.Children);
        foreach (var operand in operands) _operands.CheckType("BETWEEN", operand, Ordered);
        _operands.CheckDistinct("BETWEEN", operands[0], operands[1], operands[2]);
        if (operands[1] is ValueOperand lower && operands[2] is ValueOperand upper) CheckBounds(lower, upper);
        return new BetweenCondition(operands[0], operands[1], operands[2]);
    }

    private InCondition BindIn(InSyntax syntax)
    {
        if (syntax.Choices.Count > MostChoices)
        {
            throw _kind.Error(FormattableString.Invariant(
                $"The IN operator is provided with too many operands; number of operands: {syntax.Choices.Count}"));
        }

        var operands = _operands.BindAll(syntax.Children);
        _operands.CheckDistinct("IN", operands[0], operands.Skip(1));
        return new InCondition(operands[0], operands[1..]);
    }

    private void CheckBounds(ValueOperand lower, ValueOperand upper)
    {
        var order = lower.Value.Compare(upper.Value);
        if (order <= 0) return;
        var rule = order is null ? "same data type for lower and upper bounds" : "upper bound to be greater than or equal to lower bound";
        throw _kind.Error(
            $"The BETWEEN operator requires {rule}; lower bound operand: {Shown(lower)}, upper bound operand: {Shown(upper)}");
    }

    private static string Shown(ValueOperand operand) => $"AttributeValue: {{{operand.Value.Type}:{operand.Value}}}";
}
