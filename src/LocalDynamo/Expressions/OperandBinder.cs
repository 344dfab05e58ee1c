using LocalDynamo.Http;

namespace LocalDynamo.Expressions;

/// <summary>Gives operands their names and values, and checks what kinds of operands a function or operator takes.</summary>
internal sealed class OperandBinder(ExpressionKind kind, ExpressionAttributes attributes)
{
    private static readonly string[] Measurable = ["S", "B", "SS", "NS", "BS", "L", "M"];

    /// <exception cref="DynamoException">A placeholder is not defined, or size() cannot take its operand.</exception>
    public Operand Bind(SyntaxNode node) => node switch
    {
        PathSyntax path => new PathOperand(BindPath(path)),
        ValueSyntax value => new ValueOperand(attributes.Value(kind, value.Placeholder)),
        FunctionSyntax size => BindSize(size),
        _ => throw new InvalidOperationException("The grammar lets no condition stand for a value."),
    };

    public List<Operand> BindAll(IEnumerable<SyntaxNode> nodes) => [.. nodes.Select(Bind)];

    public DocumentPath BindPath(PathSyntax path) => new([.. path.Steps.Select(step =>
        step.Name is { } name && name[0] == '#' ? step with { Name = attributes.Name(kind, name) } : step)]);

    /// <exception cref="DynamoException">There are more or fewer operands.</exception>
    public void CheckCount(string function, IReadOnlyList<Operand> operands, int count)
    {
        if (operands.Count == count) return;
        throw kind.Error(
            $"Incorrect number of operands for operator or function; operator or function: {function}, "
            + FormattableString.Invariant($"number of operands: {operands.Count}"));
    }

    /// <exception cref="DynamoException">The operand's type is known and not among <paramref name="allowed"/>.</exception>
    public void CheckType(string function, Operand operand, params string[] allowed)
    {
        if (operand.KnownType is { } type && !allowed.Contains(type))
            throw kind.Error($"Incorrect operand type for operator or function; operator or function: {function}, operand type: {type}");
    }

    /// <exception cref="DynamoException">The first operand is a path, and another is the same path.</exception>
    public void CheckDistinct(string function, Operand first, params IEnumerable<Operand> others)
    {
        if (first is not PathOperand { Path: var path }) return;
        if (!others.Any(other => other is PathOperand same && same.Path.SameAs(path))) return;
        throw kind.Error(
            "The first operand must be distinct from the remaining operands for this operator or function; "
            + $"operator: {function}, first operand: {path}");
    }

    private SizeOperand BindSize(FunctionSyntax size)
    {
        var operands = BindAll(size.Operands);
        CheckCount(size.Name, operands, 1);
        CheckType(size.Name, operands[0], Measurable);
        return new SizeOperand(operands[0]);
    }
}
