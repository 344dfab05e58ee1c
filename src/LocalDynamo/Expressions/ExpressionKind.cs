using System.Text;
using LocalDynamo.Http;

namespace LocalDynamo.Expressions;

/// <summary>Which parameter an expression came in; every error message begins with it.</summary>
internal sealed record ExpressionKind(string Parameter)
{
    public static readonly ExpressionKind Condition = new("ConditionExpression");
    public static readonly ExpressionKind Filter = new("FilterExpression");
    public static readonly ExpressionKind KeyCondition = new("KeyConditionExpression");
    public static readonly ExpressionKind Update = new("UpdateExpression");
    public static readonly ExpressionKind Projection = new("ProjectionExpression");

    private const int LongestExpression = 4096;

    public DynamoException Error(string message) => DynamoException.Validation($"Invalid {Parameter}: {message}");

    /// <summary>The tokens of an expression.</summary>
    /// <exception cref="DynamoException">It is empty or longer than 4 KB.</exception>
    public TokenReader Tokens(string text)
    {
        if (text.Length == 0) throw Error("The expression can not be empty;");
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > LongestExpression)
            throw Error(FormattableString.Invariant($"Expression size has exceeded the maximum allowed size; expression size: {bytes}"));
        return new TokenReader(this, text);
    }
}
