namespace LocalDynamo.Expressions;

/// <summary>Kinds of tokens. An <see cref="Unknown"/> one is a single character that starts no token.</summary>
internal enum TokenKind
{
    End,
    Unknown,
    Identifier,
    NamePlaceholder,
    ValuePlaceholder,
    Number,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    Comma,
    Dot,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    And,
    Or,
    Not,
    Between,
    In,
    Set,
    Add,
    Remove,
    Delete,
}

/// <summary>A token and where it stands in the expression: [Start, End).</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End);
