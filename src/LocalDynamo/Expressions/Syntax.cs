namespace LocalDynamo.Expressions;

/// <summary>
/// What an expression says, before its placeholders are known. <see cref="Parentheses"/> counts those that directly surround a node.
/// </summary>
internal abstract record SyntaxNode
{
    public int Parentheses { get; set; }

    /// <summary>Whether it stands for a value: only then can it be compared.</summary>
    public virtual bool IsOperand => false;

    /// <summary>Whether it stands for true or false.</summary>
    public virtual bool IsCondition => true;

    public virtual IEnumerable<SyntaxNode> Children => [];
}

/// <summary>A step into a document: by name (or placeholder), or by position in a list.</summary>
internal readonly record struct PathStep(string? Name, int? Index);

internal sealed record PathSyntax(IReadOnlyList<PathStep> Steps) : SyntaxNode
{
    public override bool IsOperand => true;

    public override bool IsCondition => false;
}

internal sealed record ValueSyntax(string Placeholder) : SyntaxNode
{
    public override bool IsOperand => true;

    public override bool IsCondition => false;
}

/// <summary>A call; whether it is a value or a condition is up to the function, which is looked up later.</summary>
internal sealed record FunctionSyntax(string Name, IReadOnlyList<SyntaxNode> Operands) : SyntaxNode
{
    public override bool IsOperand => true;

    public override IEnumerable<SyntaxNode> Children => Operands;
}

internal sealed record ComparisonSyntax(string Operator, SyntaxNode Left, SyntaxNode Right) : SyntaxNode
{
    public override IEnumerable<SyntaxNode> Children => [Left, Right];
}

internal sealed record BetweenSyntax(SyntaxNode Value, SyntaxNode Lower, SyntaxNode Upper) : SyntaxNode
{
    public override IEnumerable<SyntaxNode> Children => [Value, Lower, Upper];
}

internal sealed record InSyntax(SyntaxNode Value, IReadOnlyList<SyntaxNode> Choices) : SyntaxNode
{
    public override IEnumerable<SyntaxNode> Children => [Value, .. Choices];
}

internal sealed record AndSyntax(SyntaxNode Left, SyntaxNode Right) : SyntaxNode
{
    public override IEnumerable<SyntaxNode> Children => [Left, Right];
}

internal sealed record OrSyntax(SyntaxNode Left, SyntaxNode Right) : SyntaxNode
{
    public override IEnumerable<SyntaxNode> Children => [Left, Right];
}

internal sealed record NotSyntax(SyntaxNode Negated) : SyntaxNode
{
    public override IEnumerable<SyntaxNode> Children => [Negated];
}

/// <summary>A sum or a difference, <c>+</c> or <c>-</c>, in an update.</summary>
internal sealed record ArithmeticSyntax(string Operator, SyntaxNode Left, SyntaxNode Right) : SyntaxNode
{
    public override bool IsCondition => false;

    public override IEnumerable<SyntaxNode> Children => [Left, Right];
}
