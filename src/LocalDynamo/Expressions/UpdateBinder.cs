using LocalDynamo.Http;
using LocalDynamo.Items;

namespace LocalDynamo.Expressions;

/// <summary>Turns the syntax of an update into one that can be carried out.</summary>
internal sealed class UpdateBinder(ExpressionAttributes attributes)
{
    private static readonly Dictionary<string, string> LongNames = new()
    {
        ["S"] = "STRING",
        ["N"] = "NUMBER",
        ["B"] = "BINARY",
        ["BOOL"] = "BOOLEAN",
        ["NULL"] = "NULL",
        ["L"] = "LIST",
        ["M"] = "MAP",
    };

    private readonly ExpressionKind _kind = ExpressionKind.Update;
    private readonly OperandBinder _operands = new(ExpressionKind.Update, attributes);

    /// <exception cref="DynamoException">The sections, paths or operands do not fit each other.</exception>
    public Update Bind(IReadOnlyList<IReadOnlyList<ActionSyntax>> sections)
    {
        var actions = sections.SelectMany(section => section).ToList();
        foreach (var action in actions) SyntaxChecks.CheckAction(_kind, action);
        CheckSections(sections);
        var paths = actions.ConvertAll(action => _operands.BindPath(action.Path));
        PathOverlaps.Check(_kind, paths);
        var root = new UpdateNode();
        for (var i = 0; i < actions.Count; i++) root.Add(paths[i].Steps, 0, BindAction(actions[i]));
        return new Update(root, paths);
    }

    private void CheckSections(IReadOnlyList<IReadOnlyList<ActionSyntax>> sections)
    {
        var seen = new HashSet<TokenKind>();
        foreach (var section in sections.Select(section => section[0].Section))
        {
            if (seen.Add(section)) continue;
            throw _kind.Error(
                $"The \"{section.ToString().ToUpperInvariant()}\" section can only be used once in an update expression;");
        }
    }

    private UpdateAction BindAction(ActionSyntax action) => action.Section switch
    {
        TokenKind.Set => new SetAction(BindValue(action.Value!)),
        TokenKind.Remove => new RemoveAction(),
        TokenKind.Add => new AddAction(Literal(action, "ADD", value => value is NumberValue or SetValue)),
        _ => new DeleteAction((SetValue)Literal(action, "DELETE", value => value is SetValue)),
    };

    private AttributeValue Literal(ActionSyntax action, string section, Func<AttributeValue, bool> fits)
    {
        var value = attributes.Value(_kind, ((ValueSyntax)action.Value!).Placeholder);
        if (fits(value)) return value;
        throw _kind.Error(
            $"Incorrect operand type for operator or function; operator: {section}, operand type: {LongNames[value.Type]}, "
            + $"typeSet: ALLOWED_FOR_{section}_OPERAND");
    }

    private Operand BindValue(SyntaxNode node) => node switch
    {
        ArithmeticSyntax arithmetic => BindArithmetic(arithmetic),
        FunctionSyntax { Name: "if_not_exists" } function => BindIfNotExists(function),
        FunctionSyntax function => BindListAppend(function),
        _ => _operands.Bind(node),
    };

    private ArithmeticOperand BindArithmetic(ArithmeticSyntax syntax)
    {
        var (left, right) = (BindValue(syntax.Left), BindValue(syntax.Right));
        _operands.CheckType(syntax.Operator, left, "N");
        _operands.CheckType(syntax.Operator, right, "N");
        return new ArithmeticOperand(syntax.Operator == "-", left, right);
    }

    private IfNotExistsOperand BindIfNotExists(FunctionSyntax function)
    {
        List<Operand> operands = [.. function.Operands.Select(BindValue)];
        _operands.CheckCount(function.Name, operands, 2);
        if (operands[0] is not PathOperand)
            throw _kind.Error($"Operator or function requires a document path; operator or function: {function.Name}");
        return new IfNotExistsOperand(operands[0], operands[1]);
    }

    private ListAppendOperand BindListAppend(FunctionSyntax function)
    {
        List<Operand> operands = [.. function.Operands.Select(BindValue)];
        _operands.CheckCount(function.Name, operands, 2);
        foreach (var operand in operands) _operands.CheckType(function.Name, operand, "L");
        return new ListAppendOperand(operands[0], operands[1]);
    }
}
