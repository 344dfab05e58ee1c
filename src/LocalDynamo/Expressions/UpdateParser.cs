using LocalDynamo.Http;

namespace LocalDynamo.Expressions;

/// <summary>The grammar of updates: sections SET, REMOVE, ADD and DELETE in any order, each a list of actions.</summary>
internal sealed class UpdateParser
{
    // Deeper than 4 KB of useful text can nest; keeps the parser's own stack small.
    private const int DeepestNesting = 300;

    private readonly ExpressionKind _kind = ExpressionKind.Update;
    private readonly TokenReader _tokens;
    private int _depth;

    private UpdateParser(TokenReader tokens) => _tokens = tokens;

    /// <summary>The actions by section, in the order in which they stand.</summary>
    /// <exception cref="DynamoException">The text is empty, too long or no update.</exception>
    public static IReadOnlyList<IReadOnlyList<ActionSyntax>> Parse(string text)
    {
        var parser = new UpdateParser(ExpressionKind.Update.Tokens(text));
        var sections = new List<IReadOnlyList<ActionSyntax>> { parser.Section() };
        while (parser._tokens.Kind != TokenKind.End) sections.Add(parser.Section());
        return sections;
    }

    private List<ActionSyntax> Section()
    {
        if (_tokens.Kind is not (TokenKind.Set or TokenKind.Remove or TokenKind.Add or TokenKind.Delete)) throw _tokens.SyntaxError();
        var section = _tokens.Take().Kind;
        var actions = new List<ActionSyntax> { Action(section) };
        while (_tokens.TryTake(TokenKind.Comma)) actions.Add(Action(section));
        return actions;
    }

    private ActionSyntax Action(TokenKind section)
    {
        var path = _tokens.Path();
        if (section == TokenKind.Remove) return new ActionSyntax(section, path, Value: null);
        if (section != TokenKind.Set)
            return new ActionSyntax(section, path, new ValueSyntax(_tokens.Expect(TokenKind.ValuePlaceholder).Text));
        _tokens.Expect(TokenKind.Equal);
        return new ActionSyntax(section, path, Value());
    }

    private SyntaxNode Value()
    {
        var left = _tokens.Kind == TokenKind.OpenParenthesis ? Parenthesised(Value) : Operand();
        if (left is ArithmeticSyntax || _tokens.Kind is not (TokenKind.Plus or TokenKind.Minus)) return left;
        return new ArithmeticSyntax(_tokens.Take().Text, left, Operand());
    }

    private SyntaxNode Operand()
    {
        if (_tokens.Kind == TokenKind.OpenParenthesis) return Parenthesised(Operand);
        if (_tokens.Kind == TokenKind.ValuePlaceholder) return new ValueSyntax(_tokens.Take().Text);
        return _tokens.Kind == TokenKind.Identifier && _tokens.NextKind == TokenKind.OpenParenthesis ? Function() : _tokens.Path();
    }

    private FunctionSyntax Function()
    {
        var name = _tokens.Take().Text;
        _tokens.Take();
        Enter();
        var operands = new List<SyntaxNode> { Operand() };
        while (_tokens.TryTake(TokenKind.Comma)) operands.Add(Operand());
        _tokens.Expect(TokenKind.CloseParenthesis);
        _depth--;
        return new FunctionSyntax(name, operands);
    }

    private SyntaxNode Parenthesised(Func<SyntaxNode> content)
    {
        Enter();
        _tokens.Take();
        var inner = content();
        _tokens.Expect(TokenKind.CloseParenthesis);
        _depth--;
        inner.Parentheses++;
        return inner;
    }

    private void Enter()
    {
        if (++_depth > DeepestNesting) throw _kind.Error("The expression contains too many nested parentheses or operators;");
    }
}
