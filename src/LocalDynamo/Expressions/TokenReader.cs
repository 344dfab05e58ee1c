using LocalDynamo.Http;

namespace LocalDynamo.Expressions;

/// <summary>Walks over the tokens of one expression, with what every grammar needs: document paths and syntax errors.</summary>
internal sealed class TokenReader(ExpressionKind kind, string text)
{
    private readonly List<Token> _tokens = Lexer.Read(text);
    private int _at;

    public Token Current => _tokens[_at];

    public TokenKind Kind => _tokens[_at].Kind;

    public TokenKind NextKind => _tokens[Math.Min(_at + 1, _tokens.Count - 1)].Kind;

    public Token Take()
    {
        var token = Current;
        if (token.Kind != TokenKind.End) _at++;
        return token;
    }

    public bool TryTake(TokenKind wanted)
    {
        if (Kind != wanted) return false;
        _at++;
        return true;
    }

    /// <exception cref="DynamoException">Another token stands here.</exception>
    public Token Expect(TokenKind wanted) => Kind == wanted ? Take() : throw SyntaxError();

    /// <summary>An error at the current token, with its neighbours as they stand in the text.</summary>
    public DynamoException SyntaxError()
    {
        var from = _at > 0 ? _tokens[_at - 1].Start : Current.Kind == TokenKind.End ? 0 : Current.Start;
        var to = _at + 1 < _tokens.Count ? _tokens[_at + 1].End : text.Length;
        return kind.Error($"Syntax error; token: \"{Current.Text}\", near: \"{text[from..to]}\"");
    }

    /// <summary>A document path: <c>name.name[0]</c>, with placeholders for names.</summary>
    /// <exception cref="DynamoException">No path stands here, or a list index is too large.</exception>
    public PathSyntax Path()
    {
        var steps = new List<PathStep> { Name() };
        while (true)
        {
            if (TryTake(TokenKind.Dot)) steps.Add(Name());
            else if (TryTake(TokenKind.OpenBracket)) steps.Add(Index());
            else return new PathSyntax(steps);
        }
    }

    private PathStep Name() => Kind is TokenKind.Identifier or TokenKind.NamePlaceholder
        ? new PathStep(Take().Text, Index: null)
        : throw SyntaxError();

    private PathStep Index()
    {
        if (Kind != TokenKind.Number) throw SyntaxError();
        var digits = Take().Text;
        if (!int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var index))
            throw kind.Error($"List index is not within the allowable range; index: [{digits}]");
        Expect(TokenKind.CloseBracket);
        return new PathStep(Name: null, index);
    }
}
