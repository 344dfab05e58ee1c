namespace LoadTest.Engine.Thresholds;

/// <summary>How a threshold's value and limit are compared.</summary>
/// <param name="Symbol"><c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c>.</param>
public sealed record Comparison(string Symbol)
{
    /// <summary>Whether large values break it.</summary>
    public bool IsUpperBound => Symbol[0] == '<';

    /// <summary>Whether a value holds against a limit.</summary>
    public bool Holds(double value, double limit) => Symbol switch
    {
        "<" => value < limit,
        "<=" => value <= limit,
        ">" => value > limit,
        ">=" => value >= limit,
        _ => throw new InvalidOperationException($"No such comparison: {Symbol}."),
    };
}
