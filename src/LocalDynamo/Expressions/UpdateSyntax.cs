namespace LocalDynamo.Expressions;

/// <summary>One action of an update, before its placeholders are known. <see cref="Value"/> is null for REMOVE.</summary>
internal sealed record ActionSyntax(TokenKind Section, PathSyntax Path, SyntaxNode? Value);
