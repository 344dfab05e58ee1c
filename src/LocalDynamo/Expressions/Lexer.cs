namespace LocalDynamo.Expressions;

/// <summary>Cuts an expression into tokens. It never fails: what it does not know becomes a token that no grammar takes.</summary>
internal static class Lexer
{
    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at == text.Length) break;
            var (kind, length) = Next(text.AsSpan(at));
            var word = text.Substring(at, length);
            tokens.Add(new Token(kind == TokenKind.Identifier ? WordKind(word) : kind, word, at, at + length));
            at += length;
        }

        tokens.Add(new Token(TokenKind.End, "<EOF>", at, at));
        return tokens;
    }

    private static (TokenKind Kind, int Length) Next(ReadOnlySpan<char> text)
    {
        if (char.IsAsciiLetter(text[0])) return (TokenKind.Identifier, LengthOf(text, 0, IsNameCharacter));
        if (char.IsAsciiDigit(text[0])) return (TokenKind.Number, LengthOf(text, 0, char.IsAsciiDigit));
        if (text[0] is '#' or ':')
        {
            var length = LengthOf(text, 1, IsNameCharacter);
            return length == 1 ? (TokenKind.Unknown, 1) : (text[0] == '#' ? TokenKind.NamePlaceholder : TokenKind.ValuePlaceholder, length);
        }

        if (text.StartsWith("<>")) return (TokenKind.NotEqual, 2);
        if (text.StartsWith("<=")) return (TokenKind.LessOrEqual, 2);
        if (text.StartsWith(">=")) return (TokenKind.GreaterOrEqual, 2);
        return (SignKind(text[0]), 1);
    }

    private static TokenKind SignKind(char sign) => sign switch
    {
        '(' => TokenKind.OpenParenthesis,
        ')' => TokenKind.CloseParenthesis,
        '[' => TokenKind.OpenBracket,
        ']' => TokenKind.CloseBracket,
        ',' => TokenKind.Comma,
        '.' => TokenKind.Dot,
        '=' => TokenKind.Equal,
        '<' => TokenKind.Less,
        '>' => TokenKind.Greater,
        '+' => TokenKind.Plus,
        '-' => TokenKind.Minus,
        _ => TokenKind.Unknown,
    };

    private static TokenKind WordKind(string word) => word.ToUpperInvariant() switch
    {
        "AND" => TokenKind.And,
        "OR" => TokenKind.Or,
        "NOT" => TokenKind.Not,
        "BETWEEN" => TokenKind.Between,
        "IN" => TokenKind.In,
        "SET" => TokenKind.Set,
        "ADD" => TokenKind.Add,
        "REMOVE" => TokenKind.Remove,
        "DELETE" => TokenKind.Delete,
        _ => TokenKind.Identifier,
    };

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static int LengthOf(ReadOnlySpan<char> text, int from, Func<char, bool> belongs)
    {
        var end = from;
        while (end < text.Length && belongs(text[end])) end++;
        return end;
    }
}
