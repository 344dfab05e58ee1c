using LocalDynamo.Http;
using LocalDynamo.Items;

namespace LocalDynamo.Expressions;

/// <summary>The parts of an item that a ProjectionExpression asks for. Immutable.</summary>
internal sealed class Projection
{
    private readonly ProjectionNode _root;

    private Projection(ProjectionNode root, IReadOnlyList<string> attributes)
    {
        _root = root;
        Attributes = attributes;
    }

    /// <summary>The attributes that the paths begin with.</summary>
    public IReadOnlyList<string> Attributes { get; }

    /// <summary>The projection that <paramref name="text"/> says; null when it is null.</summary>
    /// <exception cref="DynamoException">The text is wrong, or two of its paths overlap or conflict.</exception>
    public static Projection? Read(string? text, ExpressionAttributes attributes)
    {
        if (text is null) return null;
        var kind = ExpressionKind.Projection;
        var tokens = kind.Tokens(text);
        var syntax = new List<PathSyntax> { tokens.Path() };
        while (tokens.TryTake(TokenKind.Comma)) syntax.Add(tokens.Path());
        tokens.Expect(TokenKind.End);

        foreach (var path in syntax) SyntaxChecks.CheckPath(kind, path);
        var binder = new OperandBinder(kind, attributes);
        var paths = syntax.ConvertAll(binder.BindPath);
        PathOverlaps.Check(kind, paths);
        return Of(paths);
    }

    /// <summary>The values at these paths, which do not overlap.</summary>
    public static Projection Of(IReadOnlyList<DocumentPath> paths)
    {
        var root = new ProjectionNode();
        foreach (var path in paths) root.Add(path.Steps, 0);
        return new Projection(root, [.. paths.Select(path => path.Attribute).Distinct(StringComparer.Ordinal)]);
    }

    public AttributeMap Of(AttributeMap item) => _root.OfMap(item);
}
