using LocalDynamo.Http;

namespace LocalDynamo.Expressions;

/// <summary>
/// The grammar of conditions and filters, by recursive descent: OR binds loosest, then AND, NOT, and the comparisons. Parentheses may
/// surround a condition or an operand, so what they hold is known only when they close.
/// </summary>
internal sealed class ConditionParser
{
    // Deeper than 4 KB of useful text can nest; keeps the parser's own stack small.
    private const int DeepestNesting = 300;

    private readonly ExpressionKind _kind;
    private readonly TokenReader _tokens;
    private int _depth;

    private ConditionParser(ExpressionKind kind, TokenReader tokens)
    {
        _kind = kind;
        _tokens = tokens;
    }

    /// <exception cref="DynamoException">The text is empty, too long or no condition.</exception>
    public static SyntaxNode Parse(ExpressionKind kind, string text)
    {
        var parser = new ConditionParser(kind, kind.Tokens(text));
        var node = parser.Condition(parser.Or());
        parser._tokens.Expect(TokenKind.End);
        return node;
    }

    private SyntaxNode Or()
    {
        var left = And();
        while (_tokens.Kind == TokenKind.Or)
        {
            Condition(left);
            _tokens.Take();
            left = new OrSyntax(left, Condition(And()));
        }

        return left;
    }

    private SyntaxNode And()
    {
        var left = Not();
        while (_tokens.Kind == TokenKind.And)
        {
            Condition(left);
            _tokens.Take();
            left = new AndSyntax(left, Condition(Not()));
        }

        return left;
    }

    private SyntaxNode Not()
    {
        if (!_tokens.TryTake(TokenKind.Not)) return Comparison();
        Enter();
        var node = new NotSyntax(Condition(Not()));
        _depth--;
        return node;
    }

    private SyntaxNode Comparison()
    {
        var left = Term();
        if (!left.IsOperand) return left;
        if (_tokens.Kind is >= TokenKind.Equal and <= TokenKind.GreaterOrEqual)
            return new ComparisonSyntax(_tokens.Take().Text, left, Operand());
        if (_tokens.TryTake(TokenKind.Between))
        {
            var lower = Operand();
            _tokens.Expect(TokenKind.And);
            return new BetweenSyntax(left, lower, Operand());
        }

        if (!_tokens.TryTake(TokenKind.In)) return left;
        _tokens.Expect(TokenKind.OpenParenthesis);
        return new InSyntax(left, OperandList());
    }

    private SyntaxNode Term()
    {
        if (_tokens.Kind == TokenKind.ValuePlaceholder) return new ValueSyntax(_tokens.Take().Text);
        if (_tokens.Kind == TokenKind.Identifier && _tokens.NextKind == TokenKind.OpenParenthesis) return Function();
        if (_tokens.Kind != TokenKind.OpenParenthesis) return _tokens.Path();
        Enter();
        _tokens.Take();
        var inner = Or();
        if (_tokens.Kind != TokenKind.CloseParenthesis) throw _tokens.SyntaxError();
        _tokens.Take();
        _depth--;
        inner.Parentheses++;
        return inner;
    }

    private SyntaxNode Operand()
    {
        if (_tokens.Kind == TokenKind.OpenParenthesis)
        {
            Enter();
            _tokens.Take();
            var inner = Operand();
            _tokens.Expect(TokenKind.CloseParenthesis);
            _depth--;
            inner.Parentheses++;
            return inner;
        }

        return Term();
    }

    private FunctionSyntax Function()
    {
        var name = _tokens.Take().Text;
        _tokens.Take();
        Enter();
        var operands = OperandList();
        _depth--;
        return new FunctionSyntax(name, operands);
    }

    // The operands up to the closing parenthesis; the opening one has been taken.
    private List<SyntaxNode> OperandList()
    {
        var operands = new List<SyntaxNode> { Operand() };
        while (_tokens.TryTake(TokenKind.Comma)) operands.Add(Operand());
        _tokens.Expect(TokenKind.CloseParenthesis);
        return operands;
    }

    private SyntaxNode Condition(SyntaxNode node) => node.IsCondition ? node : throw _tokens.SyntaxError();

    private void Enter()
    {
        if (++_depth > DeepestNesting) throw _kind.Error("The expression contains too many nested parentheses or operators;");
    }
}
