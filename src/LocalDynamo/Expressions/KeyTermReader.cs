using LocalDynamo.Http;

namespace LocalDynamo.Expressions;

/// <summary>Takes a condition apart into what it says of each key attribute; most of what conditions can say is not allowed here.</summary>
internal sealed class KeyTermReader(OperandBinder operands)
{
    private readonly Dictionary<string, KeyTerm> _terms = new(StringComparer.Ordinal);

    /// <summary>By the attribute's name.</summary>
    public IReadOnlyDictionary<string, KeyTerm> Terms => _terms;

    /// <exception cref="DynamoException">The condition uses an operator, an operand or a key in a way that keys cannot be
    /// asked.</exception>
    public void Read(SyntaxNode node)
    {
        switch (node)
        {
            case AndSyntax and:
                Read(and.Left);
                Read(and.Right);
                break;
            case OrSyntax: throw InvalidOperator("OR");
            case NotSyntax: throw InvalidOperator("NOT");
            case InSyntax: throw InvalidOperator("IN");
            case ComparisonSyntax { Operator: "<>" }: throw InvalidOperator("<>");
            case ComparisonSyntax comparison: ReadComparison(comparison); break;
            case BetweenSyntax between: ReadFirst("BETWEEN", "BETWEEN", [.. between.Children]); break;
            case FunctionSyntax { Name: "begins_with" } function: ReadFirst(function.Name, function.Name, function.Operands); break;
            case FunctionSyntax function: throw InvalidOperator(function.Name);
            default: throw new InvalidOperationException("The grammar lets no operand stand for a condition.");
        }
    }

    private void ReadComparison(ComparisonSyntax comparison)
    {
        CheckOperands([comparison.Left, comparison.Right]);
        var (path, value, sign) = comparison.Left is PathSyntax left
            ? (left, comparison.Right, comparison.Operator)
            : (comparison.Right as PathSyntax, comparison.Left, Turned(comparison.Operator));
        if (path is null) throw Invalid("No key attribute specified");
        Add(path, sign, value, upper: null);
    }

    private void ReadFirst(string name, string sign, IReadOnlyList<SyntaxNode> nodes)
    {
        if (nodes[0] is not PathSyntax path) throw Invalid($"{name} operator must have the key attribute as its first operand");
        CheckOperands(nodes);
        Add(path, sign, nodes[1], nodes.Count > 2 ? nodes[2] : null);
    }

    private static void CheckOperands(IReadOnlyList<SyntaxNode> nodes)
    {
        var paths = 0;
        foreach (var node in nodes)
        {
            if (node is FunctionSyntax) throw DynamoException.Validation("KeyConditionExpressions cannot contain nested operations");
            if (node is not PathSyntax path) continue;
            if (++paths > 1) throw Invalid("Multiple attribute names used in one condition");
            if (path.Steps.Count > 1)
                throw DynamoException.Validation("KeyConditionExpressions cannot have conditions on nested attributes");
        }
    }

    private void Add(PathSyntax path, string sign, SyntaxNode value, SyntaxNode? upper)
    {
        var attribute = operands.BindPath(path).Attribute;
        var term = new KeyTerm(attribute, sign, ((ValueOperand)operands.Bind(value)).Value,
            upper is null ? null : ((ValueOperand)operands.Bind(upper)).Value);
        if (!_terms.TryAdd(attribute, term))
            throw DynamoException.Validation("KeyConditionExpressions must only contain one condition per key");
    }

    private static string Turned(string sign) => sign switch
    {
        "<" => ">",
        "<=" => ">=",
        ">" => "<",
        ">=" => "<=",
        _ => sign,
    };

    private static DynamoException InvalidOperator(string name) =>
        DynamoException.Validation($"Invalid operator used in KeyConditionExpression: {name}");

    private static DynamoException Invalid(string why) =>
        DynamoException.Validation($"Invalid condition in KeyConditionExpression: {why}");
}
